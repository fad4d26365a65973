import type * as t from "@babel/types";
import type { Code } from "../../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../../parse/tree.ts";
import { MERGING_STORES } from "../../rules/names-beside.ts";
import { importedFrom } from "../imported.ts";
import { coreOf, isDeferred } from "../shells.ts";
import {
  constantValue,
  initialValue,
  isCall,
  isMember,
  memberName,
  outOfCasts,
  propertyName,
  propertyValue,
  unwrap,
} from "../syntax.ts";
import { isGivenToImporters } from "../uses.ts";
import type { Written } from "../written.ts";
import { fateOfGiven, isAwaited, type Part } from "./adds-all.ts";
import { alwaysRuns } from "./always-runs.ts";
import { givenPart } from "./joins.ts";
import { asking } from "./kept-whole.ts";
import { isLasting } from "./lasting.ts";
import { type Fate, fateOf, fateOfAll, ofName, type Search } from "./whole-uses.ts";

/** A store of the file: `createStore((set, get) => ({ scope: "", need: (scope) => set(…) }))`. */
interface Store {
  readonly code: Code;
  readonly name: t.Identifier;
  /** The method that gives its state: `getState`. */
  readonly getter: string;
  /** What it is made with: the first state, and what changes it. */
  readonly record: t.ObjectExpression;
  /** All that is ever put into its state. */
  readonly changes: readonly Change[];
  /** The expressions that give the state to what changes it: `get()`. */
  readonly states: readonly Node[];
}

/** A record that is merged into the state, and the name of the state before: `set((kept) => ({ ...kept, scope }))`. */
interface Change {
  readonly call: Node;
  readonly record: t.ObjectExpression;
  readonly kept: t.Identifier | undefined;
}

/**
 * Whether a call gives a scope to what changes the state of a store of this file, which joins it with what the state
 * has: `account.getState().update({ scope })`. Nothing may put less there, and all of it is to be asked for.
 */
export function storeJoins(code: Code, written: Written): boolean {
  const part = givenPart(code, written);
  const callee = written.call && unwrap(written.call.callee);
  const name = isMember(callee) ? memberName(code, callee) : undefined;
  const store = isMember(callee) && part ? storeOf(code, unwrap(callee.object)) : undefined;
  const run = store && name !== undefined ? propertyValue(code, store.record, name) : undefined;
  if (!store || !part || !run || !isFunction(run)) return false;
  if (isDeferred(run) && !(written.call && isAwaited(code, written.call))) return false;
  const key = keyJoined(store, run, part);
  return key !== undefined && store.changes.every((each) => keeps(store, each, key)) && isAskedWhole(store, key);
}

/** The store whose state an expression is: `account.getState()`. */
function storeOf(code: Code, state: Node): Store | undefined {
  const holder =
    isCall(state) && state.arguments.length === 0 && isMember(state.callee) ? state.callee.object : undefined;
  const name = holder && unwrap(holder);
  const getter = isCall(state) && isMember(state.callee) ? memberName(code, state.callee) : undefined;
  const binding = name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const made = binding && initialValue(code, binding);
  const maker = made && makerIn(code, unwrap(made));
  if (name?.type !== "Identifier" || !binding || getter === undefined || !maker || !isLasting(code, name))
    return undefined;
  const record = onlyRecord(maker);
  const [set, get, ...others] = maker.params;
  if (!record || set?.type !== "Identifier" || (get && get.type !== "Identifier") || others.length > 0)
    return undefined;
  const changes = usesOfName(code, set)?.map((each) => changeOf(code, each));
  const states = get ? usesOfName(code, get)?.map((each) => callOf(code, each)) : [];
  if (!changes || !states || record.properties.some(({ type }) => type === "SpreadElement")) return undefined;
  const isSeen = changes.every((each) => each !== undefined) && states.every((each) => each !== undefined);
  return isSeen
    ? {
        code,
        name: binding.identifier,
        getter,
        record,
        changes: changes.flatMap((each) => each ?? []),
        states: states.flatMap((each) => each ?? []),
      }
    : undefined;
}

/** The function that makes the state, within what wraps it: `create(persist((set) => ({ … }), options))`. */
function makerIn(code: Code, made: Node): FunctionNode | undefined {
  if (!isCall(made)) return undefined;
  const [first, ...options] = made.arguments;
  // `create<State>()((set) => ({ … }))`
  const callee = unwrap(made.callee);
  const module = importedFrom(code, isCall(callee) ? callee.callee : callee)?.module;
  if (module === undefined || !MERGING_STORES.test(module) || options.some((each) => !isPlainRecord(each)))
    return undefined;
  const given = first && unwrap(first);
  return isFunction(given) ? given : given && makerIn(code, given);
}

/** Whether options hold constants alone, and no function by which the state could be changed when it is stored or read back. */
function isPlainRecord(options: Node): boolean {
  const record = unwrap(options);
  return (
    record.type === "ObjectExpression" &&
    record.properties.every((each) => each.type === "ObjectProperty" && /Literal$/.test(unwrap(each.value).type))
  );
}

/** The record that is all that a function gives. */
function onlyRecord({ body, async, generator }: FunctionNode): t.ObjectExpression | undefined {
  const [only, ...others] = body.type === "BlockStatement" ? body.body : [];
  const value = body.type === "BlockStatement" ? only?.type === "ReturnStatement" && only.argument : body;
  const record = value && others.length === 0 && !async && !generator ? unwrap(value) : undefined;
  return record?.type === "ObjectExpression" ? record : undefined;
}

function usesOfName(code: Code, name: t.Identifier): readonly Node[] | undefined {
  const binding = code.bindings.resolve(name);
  return binding && code.bindings.writes(binding)?.length === 0 ? code.bindings.references(binding) : undefined;
}

const callOf = (code: Code, callee: Node): Node | undefined => {
  const call = code.tree.parent(callee);
  return isCall(call) && call.callee === callee && call.arguments.length === 0 ? call : undefined;
};

function changeOf(code: Code, callee: Node): Change | undefined {
  const call = code.tree.parent(callee);
  const [first, ...others] = isCall(call) && call.callee === callee ? call.arguments : [];
  const given = first && unwrap(first);
  if (!call || !given || others.length > 0) return undefined;
  if (given.type === "ObjectExpression") return { call, record: given, kept: undefined };
  const record = isFunction(given) ? onlyRecord(given) : undefined;
  const [kept, ...more] = isFunction(given) ? given.params : [];
  if (!record || more.length > 0 || (kept && kept.type !== "Identifier")) return undefined;
  return { call, record, kept: kept as t.Identifier | undefined };
}

/** The part of the state that gets all that a function is given, beside what is there. */
function keyJoined(store: Store, run: FunctionNode, part: Part): string | undefined {
  const { code, changes } = store;
  const keys = new Set<string>();
  const search: Search = {
    ...passing(code),
    byElement: true,
    entered: new Set([run, coreOf(run)]),
    spread: (element) =>
      changes.some(({ record }) => isReplacedBehind(code, record, element, part.name)) ? "unused" : "lost",
    asPart: (property, name) => {
      const change = changes.find(({ record }) => record.properties.includes(property));
      if (!change || name === undefined || !alwaysRuns(code, change.call, search)) return "lost";
      keys.add(name);
      return "reached";
    },
  };
  const [key, ...others] = fateOfGiven(search, run, part) === "reached" ? keys : [];
  return others.length === 0 ? key : undefined;
}

/** What is spread into a record, and in the place of whose part another stands there. */
function isReplacedBehind(
  code: Code,
  record: t.ObjectExpression,
  element: t.SpreadElement,
  name: string | undefined,
): boolean {
  const at = record.properties.indexOf(element);
  const behind = record.properties.slice(at + 1);
  return (
    at >= 0 &&
    name !== undefined &&
    behind.some((each) => each.type === "ObjectProperty" && propertyName(code, each.key, each.computed) === name)
  );
}

/** Follows a value to one place alone. */
const passing = (code: Code): Search => ({
  code,
  byElement: false,
  names: new Set(),
  entered: new Set(),
  taken: () => undefined,
  asPart: () => "lost",
  assigned: () => "lost",
  outside: () => "lost",
  result: () => "lost",
});

/** Whether a change leaves a part of the state as it is, or puts something there that holds all of it. */
function keeps({ code, states }: Store, { record, kept }: Change, key: string): boolean {
  const names = record.properties.map((each) =>
    each.type === "SpreadElement" ? "" : propertyName(code, each.key, each.computed),
  );
  const at = names.lastIndexOf(key);
  const isSpreadSafe = record.properties.every(
    (each, index) => each.type !== "SpreadElement" || index < at || (at < 0 && isName(code, each.argument, kept)),
  );
  if (names.includes(undefined) || !isSpreadSafe) return false;
  const put = record.properties[at];
  const before = kept ? (usesOfName(code, kept) ?? []) : [];
  const search: Search = { ...passing(code), asPart: (property) => (property === put ? "reached" : "unused") };
  const isSeen = before.every(
    (each) => code.tree.parent(each)?.type === "SpreadElement" || fateOfState(search, each, key) !== "lost",
  );
  if (!put) return isSeen;
  const reads = [...before, ...states].flatMap((each) => readOf(code, each, key) ?? []);
  return isSeen && reads.some((each) => fateOf(search, each) === "reached");
}

function isName(code: Code, expression: Node, name: t.Identifier | undefined): boolean {
  const node = unwrap(expression);
  return name !== undefined && node.type === "Identifier" && code.bindings.resolve(node)?.identifier === name;
}

/** The read of a part of a state. */
function readOf(code: Code, state: Node, key: string): Node | undefined {
  const member = code.tree.parent(outOfCasts(code, state));
  return isMember(member) && memberName(code, member) === key ? member : undefined;
}

/** Whether all that the file does with a part of the state is to ask for all of it. */
function isAskedWhole(store: Store, key: string): boolean {
  const { code, name } = store;
  const binding = code.bindings.resolve(name);
  const search = asking(code, () => false);
  const fates = ((binding && code.bindings.references(binding)) ?? [undefined]).map((each) =>
    each ? fateOfStore(search, store, each, key) : "lost",
  );
  const own = store.states.map((each) => fateOfState(search, each, key));
  return fateOfAll([...fates, ...own]) === "reached";
}

/** The fate of a part of the state of a store that a mention names. */
function fateOfStore(search: Search, { getter }: Store, mention: Node, key: string): Fate {
  const { code } = search;
  const parent = code.tree.parent(mention);
  if (isMember(parent) && parent.object === mention) {
    const call = memberName(code, parent) === getter ? callOf(code, parent) : undefined;
    return call ? fateOfState(search, call, key) : "lost";
  }
  if (isCall(parent) && parent.callee === mention) {
    const [first] = parent.arguments;
    if (!first) return fateOfState(search, parent, key);
    return fateOfSelected(search, parent, unwrap(first), key);
  }
  return isGivenToImporters(code, mention) ? "unused" : "lost";
}

/** `useAccount((state) => state.scope)` */
function fateOfSelected(search: Search, call: Node, selector: Node, key: string): Fate {
  const { code } = search;
  const run = selector.type === "Identifier" ? constantValue(code, selector) : selector;
  const member = isFunction(run) && run.body.type !== "BlockStatement" ? unwrap(run.body) : undefined;
  const [state] = isFunction(run) ? run.params : [];
  if (!isMember(member) || state?.type !== "Identifier" || !isName(code, member.object, state)) return "lost";
  const name = memberName(code, member);
  return name === key ? fateOf(search, call) : name === undefined ? "lost" : "unused";
}

function fateOfState(search: Search, state: Node, key: string, depth = 0): Fate {
  const { code } = search;
  const use = outOfCasts(code, state);
  const parent = code.tree.parent(use);
  if (isMember(parent) && parent.object === use) {
    const name = memberName(code, parent);
    return name === key ? fateOf(search, parent) : name === undefined ? "lost" : "unused";
  }
  if (parent?.type !== "VariableDeclarator" || depth > 1)
    return parent?.type === "ExpressionStatement" ? "unused" : "lost";
  if (parent.id.type === "Identifier") {
    const references = usesOfName(code, parent.id);
    return references ? fateOfAll(references.map((each) => fateOfState(search, each, key, depth + 1))) : "lost";
  }
  if (parent.id.type !== "ObjectPattern") return "lost";
  return fateOfAll(
    parent.id.properties.map((each): Fate => {
      const name = each.type === "ObjectProperty" ? propertyName(code, each.key, each.computed) : undefined;
      if (each.type !== "ObjectProperty" || name === undefined) return "lost";
      if (name !== key) return "unused";
      return each.value.type === "Identifier" ? ofName(search, code.bindings.resolve(each.value), 1) : "lost";
    }),
  );
}
