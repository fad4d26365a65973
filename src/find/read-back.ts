import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { DISPATCHING, KEEPING_METHOD, STATE_READERS } from "../rules/names.ts";
import { KEEPING } from "./alternatives.ts";
import { asksForGiven, leadsToRequest } from "./asked-elsewhere.ts";
import { calleeName, copiesRecords, roleOf } from "./calls.ts";
import { calledFunction } from "./functions.ts";
import { isKeptByStore, namesKept } from "./kept-by-store.ts";
import { libraryOf, makesMany, methodOf, putsElement } from "./library/lookup.ts";
import { originOf } from "./origins.ts";
import { expressionNamed, requestUseOf } from "./request-use.ts";
import { isSentToRequest } from "./sent-to.ts";
import { sinkPath, useOf } from "./sink-use.ts";
import { comesFrom } from "./sources.ts";
import { type Call, constantValue, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis, isThisMember } from "./this.ts";
import { usesOf } from "./uses.ts";
import { alternativesOf } from "./values.ts";
import { lastName, writtenAt } from "./written.ts";

type AnyCall = Call | t.NewExpression;

/**
 * Whether a value is given to an object to keep, and a request's scope is read from that object later: an entry of a
 * `Map`, a store, the state of a component. What is itself made of what the object keeps is no replacement.
 */
export function isReadBack(code: Code, call: AnyCall, value: Node): boolean {
  if (isKeptAndAsked(code, call)) return !isMadeOfStore(code, call, value);
  const callee = unwrap(call.callee);
  if (!isMember(callee) || !KEEPING_METHOD.test(memberName(code, callee) ?? "")) return false;
  const receiver = unwrap(callee.object);
  const path = pathOf(code, receiver);
  const name = lastName(code, receiver);
  if (path === undefined || name === undefined) return false;
  if (isMadeOfStore(code, call, value)) return false;
  const binding = receiver.type === "Identifier" ? code.bindings.resolve(receiver) : undefined;
  const within = binding?.scope ?? code.tree.classAround(call) ?? code.tree.program;
  return requestUseOf(code, path, name, within) === "request";
}

/** Whether a value is made of what the store holds that it is given to. */
function isMadeOfStore(code: Code, call: AnyCall, value: Node): boolean {
  const callee = unwrap(call.callee);
  const store = stateSet(code, callee) ?? (isMember(callee) ? callee.object : undefined);
  const path = store && pathOf(code, store);
  const { own, given } = originOf(code, value);
  return path !== undefined && [...own, ...given].some((each) => each === path || each.startsWith(`${path}.`));
}

/**
 * Whether a call gives something to a store from which the file asks for a scope: `scope.set(needed)` beside
 * `derived(scope, ($scope) => …)`, `dispatch(needs(scope))`. Names count: this decides what is reported.
 */
export const isKeptAndAsked = (code: Code, call: AnyCall): boolean =>
  code.answers.of(isKeptAndAsked, call, () => {
    if (areAsked(code, [...storesOf(code, call), ...namesKept(code, call)], call) || isKeptByMethod(code, call))
      return true;
    if (isCall(call) && isKeptByStore(code, call, (names, writing) => areAsked(code, names, writing))) return true;
    if (isFilledAnew(code, call) || (isCall(call) && isSentToRequest(code, call))) return true;
    const outer = isCall(call) ? code.tree.parent(call) : undefined;
    // What an action is made of: `dispatch(slice.actions.needs(scope))`.
    return isCall(outer) && outer.callee !== call && areAsked(code, storesOf(code, outer), outer);
  });

/** Whether a method of another object of the file keeps what it is given, alone, for a request: `store.need(scope)`. */
function isKeptByMethod(code: Code, call: AnyCall): boolean {
  const target = isCall(call) && isMember(call.callee) ? calledFunction(code, call) : undefined;
  if (target && copiesGiven(code, target)) return true;
  // A method that is entered with what holds at its calls is judged itself.
  if (!target || usesOf(code, target)?.mentions.some((mention) => mention === unwrap(call.callee))) return false;
  if (isMember(call.callee) && !isThis(pathOf(code, call.callee.object)) && asksForGiven(code, target)) return true;
  const ids = target.params
    .flatMap((each) => boundNames(each))
    .flatMap((each) => code.bindings.resolve(each)?.id ?? []);
  const challenge = { own: new Set(ids), given: new Set<string>() };
  return code.tree.own(target.body, "AssignmentExpression").some((node) => {
    const written = writtenAt(code, node);
    if (written?.kind !== "field") return false;
    const sink = sinkPath(code, written);
    const values = alternativesOf({ code, sink, challenge, keeping: [] }, written.value, written.property);
    const isAlone = values.every(({ parts }) => (parts & KEEPING) === 0);
    return isAlone && comesFrom(originOf(code, written.value), challenge) && useOf(code, written, sink) === "request";
  });
}

/** Whether a method copies a record that it is given into one of its object that is handed over: `Object.assign(this.next, patch)`. */
function copiesGiven(code: Code, target: FunctionNode): boolean {
  const names = target.params.flatMap((each) => boundNames(each).map(({ name }) => name));
  return code.tree.own(target.body, "CallExpression").some((copy) => {
    const [into, ...parts] = copy.arguments;
    if (!into || !copiesRecords(code, copy) || !isThisMember(pathOf(code, into))) return false;
    const isGiven = parts.some((part) => part.type === "Identifier" && names.includes(part.name));
    const name = lastName(code, into);
    const owner = code.tree.classAround(copy);
    return (
      isGiven &&
      name &&
      owner &&
      (code.bindings.mentions(name, owner) ?? []).some((mention) => {
        const read = expressionNamed(code, mention);
        const call = read && code.tree.parent(read);
        return isCall(call) && call.callee !== read && !copiesRecords(code, call) && roleOf(code, call) !== "telling";
      })
    );
  });
}

/** The names by which what a call gives to a store is read. */
export function storesOf(code: Code, call: AnyCall): readonly string[] {
  const callee = unwrap(call.callee);
  const state = stateSet(code, callee);
  if (state) return [state.name];
  const name = calleeName(code, call) ?? "";
  if (DISPATCHING.test(name)) return STATE_READERS;
  if (!isMember(callee) || !KEEPING_METHOD.test(name) || isMadeHere(code, callee.object)) return [];
  // The state of a component: `this.setState({ scope })`.
  const store = callee.object.type === "ThisExpression" ? "state" : lastName(code, callee.object);
  return store === undefined ? [] : [store];
}

/** Whether a Map, a list or a Set is made by the function that puts something in: what becomes of that is followed. */
function isMadeHere(code: Code, store: Node): boolean {
  const made = store.type === "Identifier" ? constantValue(code, store) : undefined;
  const isMany = made?.type === "NewExpression" && makesMany(libraryOf(code, made.callee));
  return isMany && code.tree.functionAround(made) === code.tree.functionAround(store);
}

/**
 * Whether a call puts elements into a list or Set that its function has emptied, by `wanted.clear()` or
 * `wanted.length = 0`, and that another function asks for.
 */
function isFilledAnew(code: Code, call: AnyCall): boolean {
  const callee = unwrap(call.callee);
  const path = isMember(callee) && putsElement(methodOf(code, callee)) ? pathOf(code, callee.object) : undefined;
  const name = path !== undefined && isMember(callee) ? lastName(code, callee.object) : undefined;
  if (name === undefined || !areAsked(code, [name], code.tree.functionAround(call) ?? call)) return false;
  return [...code.tree.ancestors(call)].filter(isFunction).some(({ body }) =>
    code.tree.own(body, "CallExpression", "AssignmentExpression").some((each) => {
      if (startOf(each) > startOf(call)) return false;
      const member = unwrap(isCall(each) ? each.callee : each.left);
      if (!isMember(member) || pathOf(code, member.object) !== path) return false;
      return isCall(each) ? methodOf(code, member)?.changes === "empties" : memberName(code, member) === "length";
    }),
  );
}

/** The state that a hook's function sets: `scope` of `const [scope, setScope] = useState()`. */
export function stateSet(code: Code, setter: Node | undefined): t.Identifier | undefined {
  const binding = setter?.type === "Identifier" ? code.bindings.resolve(setter) : undefined;
  const declaration = binding?.declaration;
  if (declaration?.type !== "VariableDeclarator" || declaration.id.type !== "ArrayPattern") return undefined;
  const [state, set] = declaration.id.elements;
  const isPair = set === binding?.identifier && declaration.id.elements.length === 2 && isCall(declaration.init);
  return isPair && state?.type === "Identifier" ? state : undefined;
}

export const areAsked = (code: Code, names: readonly string[], writing: Node): boolean =>
  names.some((name) => askedMentions(code, name).some((mention) => !covers(writing, mention)));

/** Whether a store keeps what it is given under a name by which the file asks for it: `store.setState({ requested: scope })`. */
export function isKeptUnder(code: Code, { key, computed }: t.ObjectProperty, call: AnyCall): boolean {
  const name = propertyName(code, key, computed);
  return name !== undefined && isKeptAndAsked(code, call) && areAsked(code, [name], call);
}

/** Where a file mentions a name, and what has it is asked for. */
export const askedMentions = (code: Code, name: string): readonly Node[] =>
  code.answers.ofBoth(askedMentions, code.tree.program, name, () =>
    (code.bindings.mentions(name.replace(/^#/, ""), code.tree.program) ?? []).filter((mention) =>
      leadsToRequest(code, mention),
    ),
  );

/** The call that is given a function which makes the next state of a store: `store.update((state) => ({ ...state, scope }))`. */
export function updatingCall(code: Code, node: Node): Call | undefined {
  const updater = code.tree.functionAround(node);
  const call = updater && code.tree.parent(updater);
  return isCall(call) && call.callee !== updater && isKeptAndAsked(code, call) ? call : undefined;
}
