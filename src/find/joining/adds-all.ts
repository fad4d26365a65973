import type * as t from "@babel/types";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../../parse/tree.ts";
import { KEEPING } from "../alternatives.ts";
import { methodOf, putsElement, runsForEach, runsSettled } from "../library/lookup.ts";
import { coreOf, isDeferred, paramsOf } from "../shells.ts";
import { sinkPath } from "../sink-use.ts";
import { type Call, isCall, isMember, memberName, outOfCasts, propertyName, unwrap } from "../syntax.ts";
import { calledFunctions } from "../uses.ts";
import { alternativesOf } from "../values.ts";
import { keepsValue, writtenAt } from "../written.ts";
import { alwaysRuns } from "./always-runs.ts";
import { isMadeAnew, type KeptPlace, placeKept } from "./kept-places.ts";
import { type Fate, fateOf, fateOfAll, ofName, type Search } from "./whole-uses.ts";

/** What a function is given: an argument, or a property of one that is a record. */
export interface Part {
  readonly index: number;
  readonly name?: string;
}

/** The place into which a function puts what it is given. */
export interface Filled {
  readonly place: KeptPlace;
  /** Whether it is a list or a Set, and no text. */
  readonly isList: boolean;
  /** Where it is put there. */
  readonly at: Node;
}

/**
 * The places into which a function puts all that it is given, whenever it is given something, beside what they hold;
 * undefined where it may do anything else with it.
 */
export function placesFilled(code: Code, target: FunctionNode, part: Part): readonly Filled[] | undefined {
  const filled = new Map<string, Filled>();
  const search: Search = {
    code,
    byElement: true,
    names: new Set(),
    entered: new Set([target, coreOf(target)]),
    runs: (call) => alwaysRuns(code, call, search) && isDone(code, call),
    taken: (call, child) => (isCall(call) ? putsIt(call, child) : undefined),
    asPart: () => "lost",
    assigned: (assignment) =>
      put(assignment, keepsPrevious(code, assignment, search.names) ? placeKept(code, assignment.left) : undefined),
    outside: () => "lost",
    result: () => "lost",
  };
  const put = (at: Node, place: KeptPlace | undefined): Fate => {
    if (!place || !outlives(code, place, target) || !alwaysRuns(code, at, search, place.key)) return "lost";
    const isList = at.type !== "AssignmentExpression" || isMadeAnew(code, at.right);
    filled.set(place.key, { place, isList, at });
    return "reached";
  };
  const putsIt = (call: Call, child: Node): Fate | undefined => {
    const callee = unwrap(call.callee);
    if (!isMember(callee) || calledFunctions(code, call).length > 0) return undefined;
    if (call.callee !== child)
      return putsElement(methodOf(code, callee)) ? put(call, placeKept(code, callee.object)) : undefined;
    const adder = runsForEach(methodOf(code, callee)) ? placeAddedTo(code, call) : undefined;
    return adder && put(call, adder);
  };
  return fateOfGiven(search, target, part) === "reached" ? [...filled.values()] : undefined;
}

/** Whether a call gives nothing to wait for, or is waited for. */
function isDone(code: Code, call: Call): boolean {
  return isAwaited(code, call) || !calledFunctions(code, call).some(isDeferred);
}

/** Whether what a call promises is waited for, there or by whoever gets it. */
export function isAwaited(code: Code, call: Node): boolean {
  const whole = outOfCasts(code, call);
  const parent = code.tree.parent(whole);
  if (isMember(parent) && parent.object === whole) return runsSettled(methodOf(code, parent));
  return /^(?:Await|Yield|ArrowFunction)Expression$|^ReturnStatement$/.test(parent?.type ?? "");
}

/** Whether a place is not made anew by each run of a function. */
function outlives(code: Code, { constant }: KeptPlace, target: FunctionNode): boolean {
  const maker = constant && code.tree.functionAround(constant);
  return !maker || (maker !== target && covers(maker, target));
}

/** `next.split(" ").forEach(this.#all.add, this.#all)` */
export function placeAddedTo(code: Code, call: Call): KeptPlace | undefined {
  const [adder, self, ...others] = call.arguments;
  if (!adder || !self || others.length > 0 || !isMember(adder) || !putsElement(methodOf(code, adder))) return undefined;
  const place = placeKept(code, self);
  return place && placeKept(code, adder.object)?.key === place.key ? place : undefined;
}

/** The fate of what a function is given. */
export function fateOfGiven(search: Search, target: FunctionNode, { index, name }: Part): Fate {
  const { code } = search;
  const parameter = paramsOf(target)[index];
  const given = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  if (!given) return "lost";
  if (given.type === "ObjectPattern") return name === undefined ? "lost" : fateOfTaken(search, given, name);
  const binding = given.type === "Identifier" ? code.bindings.resolve(given) : undefined;
  if (name === undefined || !binding) return ofName(search, binding, 0);
  if (code.bindings.writes(binding)?.length !== 0) return "lost";
  search.names.add(`${binding.id}.${name}`);
  search.names.add(binding.id);
  const mentions = code.bindings.references(binding);
  return mentions ? fateOfAll(mentions.map((each) => fateOfPart(search, each, name))) : "lost";
}

function fateOfTaken(search: Search, pattern: t.ObjectPattern, name: string): Fate {
  const { code } = search;
  const parts = pattern.properties.map((each) =>
    each.type === "ObjectProperty" && propertyName(code, each.key, each.computed) === name ? each.value : each,
  );
  const isWhole = pattern.properties.some((each) => each.type === "RestElement" || each.computed);
  const taken = parts.find((each) => !pattern.properties.includes(each as t.ObjectProperty));
  if (!taken) return isWhole ? "lost" : "unused";
  const local = taken.type === "AssignmentPattern" ? taken.left : taken;
  return isWhole || local.type !== "Identifier" ? "lost" : ofName(search, code.bindings.resolve(local), 0);
}

/** The fate of a property of a record that a mention gives. */
function fateOfPart(search: Search, mention: Node, name: string): Fate {
  const { code } = search;
  const member = code.tree.parent(mention);
  // `const { scope } = options`
  if (member?.type === "VariableDeclarator" && member.init === mention && member.id.type === "ObjectPattern")
    return fateOfTaken(search, member.id, name);
  if (member?.type === "SpreadElement" && search.spread) return search.spread(member);
  if (!isMember(member) || member.object !== mention) return fateOf(search, mention);
  const read = memberName(code, member);
  return read === name ? fateOf(search, member) : read === undefined ? "lost" : "unused";
}

/** `this.all = new Set([...this.all, ...words])` */
function holdsAll(code: Code, { left, right }: t.AssignmentExpression): boolean {
  const made = unwrap(right);
  const [first] = made.type === "NewExpression" ? made.arguments : [];
  const list = made.type === "NewExpression" ? first && unwrap(first) : made;
  const key = placeKept(code, left)?.key;
  return (
    key !== undefined &&
    list?.type === "ArrayExpression" &&
    list.elements.some((each) => each?.type === "SpreadElement" && placeKept(code, each.argument)?.key === key)
  );
}

/**
 * Whether what is assigned to a text holds, in any case, what that held before, or what was granted.
 *
 * @param names the names by which what is put there is known
 */
export function keepsPrevious(
  code: Code,
  assignment: t.AssignmentExpression,
  names: ReadonlySet<string> = new Set(),
): boolean {
  if (assignment.operator === "+=") return true;
  if (isMadeAnew(code, assignment.right)) return holdsAll(code, assignment);
  const written = writtenAt(code, assignment);
  if (!written || !keepsValue(written.kind)) return false;
  const challenge = { own: new Set(names), given: new Set(names) };
  const values = alternativesOf({ code, sink: sinkPath(code, written), challenge, keeping: [] }, written.value);
  return values.length > 0 && values.every(({ parts }) => (parts & KEEPING) !== 0);
}
