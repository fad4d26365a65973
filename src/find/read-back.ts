import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { DISPATCHING, KEEPING_METHOD, PLAIN_SCOPE, STATE_READERS, TOLD_CLASS, VALUE_OF_STORE } from "../rules/names.ts";
import { KEEPING } from "./alternatives.ts";
import { asksForGiven, isSentToRequest, leadsToRequest, propertyTaken } from "./asked-elsewhere.ts";
import { calleeName, copiesRecords, hasRequestKeys, roleOf } from "./calls.ts";
import { calledFunction } from "./functions.ts";
import { libraryOf, makesMany, methodOf, putsElement } from "./library/lookup.ts";
import { onlyValue } from "./lowered.ts";
import { originOf } from "./origins.ts";
import { destructuredNames } from "./patterns.ts";
import { expressionNamed, reachesRequest, requestUseOf } from "./request-use.ts";
import { sinkPath, useOf } from "./sink-use.ts";
import { comesFrom } from "./sources.ts";
import { type Call, constantValue, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis, isThisMember } from "./this.ts";
import { declaredType } from "./types.ts";
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
    if (areAsked(code, storesOf(code, call), call) || isKeptByMethod(code, call)) return true;
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
function storesOf(code: Code, call: AnyCall): readonly string[] {
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

const areAsked = (code: Code, names: readonly string[], writing: Node): boolean =>
  names.some((name) => askedMentions(code, name).some((mention) => !covers(writing, mention)));

/** Where a file mentions a name, and what has it is asked for. */
const askedMentions = (code: Code, name: string): readonly Node[] =>
  code.answers.ofBoth(askedMentions, code.tree.program, name, () =>
    (code.bindings.mentions(name, code.tree.program) ?? []).filter((mention) => leadsToRequest(code, mention)),
  );

/** The call that is given a function which makes the next state of a store: `store.update((state) => ({ ...state, scope }))`. */
export function updatingCall(code: Code, node: Node): Call | undefined {
  const updater = code.tree.functionAround(node);
  const call = updater && code.tree.parent(updater);
  return isCall(call) && call.callee !== updater && isKeptAndAsked(code, call) ? call : undefined;
}

/**
 * Whether a scope is asked for under another name than that under which it is kept: from a ref that is watched, a draft
 * of a store, another record of the same type, or a record that is a request's options.
 */
export function isAskedUnderOther(code: Code, target: Node, holder?: Node): boolean {
  const node = unwrap(target);
  if (holder) return isAskedOfOther(code, holder, lastName(code, target) ?? "");
  if (!isMember(node)) return isRequestRecord(code, node);
  const object = unwrap(node.object);
  if (isThis(pathOf(code, object)) && isAskedByGetter(code, node)) return true;
  const name = memberName(code, node) ?? "";
  const owner = VALUE_OF_STORE.test(name) ? lastName(code, object) : undefined;
  if (owner !== undefined && areAsked(code, [owner], node)) return true;
  return isRequestRecord(code, object) || isDraftAsked(code, object) || isAskedOfOther(code, object, name);
}

/** Whether a variable is declared with a record of an authorization request's parameters and is passed whole later. */
function isRequestRecord(code: Code, name: Node): boolean {
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const { declaration } = binding ?? {};
  const record =
    declaration?.type === "VariableDeclarator" && declaration.id === binding?.identifier && declaration.init;
  if (!binding || !record || !hasRequestKeys(code, record)) return false;
  return (code.bindings.references(binding) ?? []).some((reference) => {
    const call = [...code.tree.ancestors(reference)].find((each) => unwrap(each) !== reference);
    if (call?.type === "NewExpression") return !TOLD_CLASS.test(calleeName(code, call) ?? "");
    return isCall(call) && call.callee !== reference && roleOf(code, call) === "authorization";
  });
}

/** `state = produce(state, (draft) => { draft.scope = scope; })`, where the state's scope is asked for. */
function isDraftAsked(code: Code, draft: Node): boolean {
  const binding = draft.type === "Identifier" ? code.bindings.resolve(draft) : undefined;
  const call = isFunction(binding?.declaration) ? code.tree.parent(binding.declaration) : undefined;
  if (!isCall(call)) return false;
  const outer = code.tree.parent(call);
  const given = outer?.type === "AssignmentExpression" ? lastName(code, outer.left) : undefined;
  const names = [given, ...storesOf(code, call)].flatMap((name) => name ?? []);
  return areAsked(code, names, call) || (isCall(outer) && isKeptAndAsked(code, outer));
}

/** Whether what a getter of a class gives is passed on as a request's scope: `get scope() { return … }`. */
function isGetterAsked(code: Code, getter: Node | undefined): boolean {
  if (getter?.type !== "ClassMethod" || getter.kind !== "get") return false;
  const name = propertyName(code, getter.key, getter.computed);
  const owner = code.tree.classAround(getter);
  return ((name !== undefined && owner && code.bindings.mentions(name, owner)) || []).some((mention) => {
    const read = expressionNamed(code, mention);
    return read && isMember(read) && isThis(pathOf(code, read.object)) && reachesRequest(code, read);
  });
}

/** Whether a field is read in a getter of its class whose result is asked for. */
function isAskedByGetter(code: Code, field: Node): boolean {
  const name = lastName(code, field);
  const owner = code.tree.classAround(field);
  return ((name !== undefined && owner && code.bindings.mentions(name.replace(/^#/, ""), owner)) || []).some(
    (mention) => isGetterAsked(code, code.tree.functionAround(mention)),
  );
}

/**
 * Whether the scope of another record of the same type, from the same place, or under a name of its own is asked for:
 * `link.scope = scope` in one function and `login(link)` in another, `req.session.neededScope` in two handlers.
 */
function isAskedOfOther(code: Code, record: Node, name: string): boolean {
  const types = declaredType(code, record)?.names ?? [];
  const place = placeOf(code, record);
  const isAlike = (other: Node) =>
    !PLAIN_SCOPE.test(name) ||
    (place !== undefined && placeOf(code, other) === place) ||
    declaredType(code, other)?.names.some((each) => types.includes(each)) === true;
  return askedMentions(code, name).some((mention) => {
    const isOther = code.tree.functionAround(mention) !== code.tree.functionAround(record);
    const read = isOther ? recordRead(code, mention) : undefined;
    return read !== undefined && isAlike(read);
  });
}

/** The record of which a mention names a property: `link` of `link.scope`, or of `const { scope } = link`. */
function recordRead(code: Code, mention: Node): Node | undefined {
  const member = expressionNamed(code, mention);
  if (isMember(member)) return member.object;
  const property = propertyTaken(code, mention);
  const pattern = property && code.tree.parent(property);
  const declarator = pattern && code.tree.parent(pattern);
  return declarator?.type === "VariableDeclarator" ? (declarator.init ?? undefined) : undefined;
}

/**
 * Where a record is kept: `session` of `req.session`, of a pattern or a parameter, `this.links.get` of a name that is
 * given `this.links.get(id)`.
 */
function placeOf(code: Code, record: Node): string | undefined {
  const node = unwrap(record);
  // `req.session.login ?? {}`
  if (node.type === "LogicalExpression" && node.operator !== "&&") return placeOf(code, node.left);
  if (node.type === "ConditionalExpression") return placeOf(code, node.consequent) ?? placeOf(code, node.alternate);
  if (isMember(node)) return memberName(code, node);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  if (node.type !== "Identifier" || !binding) return undefined;
  const { declaration } = binding;
  if (declaration.type === "VariableDeclarator" && declaration.id.type === "ObjectPattern")
    return destructuredNames(code, declaration.id, binding).at(-1);
  // A name of a letter or two is a minifier's.
  if (binding.kind === "parameter") return binding.name.length > 2 ? binding.name : undefined;
  const held = onlyValue(code, node);
  // A compiler's temporary: `(_a = req.session.login) != null ? _a : {}`.
  if (held && isMember(held) && declaration.type === "VariableDeclarator" && !declaration.init)
    return placeOf(code, held);
  const call = held && unwrap(held.type === "AwaitExpression" ? held.argument : held);
  return isCall(call) ? pathOf(code, call.callee) : undefined;
}
