import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { PLAIN_SCOPE, TOLD_CLASS, VALUE_OF_STORE } from "../rules/names.ts";
import { propertyTaken } from "./asked-elsewhere.ts";
import { calleeName, hasRequestKeys, roleOf } from "./calls.ts";
import { areAsked, askedMentions, isKeptAndAsked, storesOf } from "./read-back.ts";
import { placesOf } from "./record-places.ts";
import { expressionNamed, reachesRequest } from "./request-use.ts";
import { isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { declaredType } from "./types.ts";
import { lastName } from "./written.ts";

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
  // What is kept under a key that is read, too: `lacking[server] = scopes`, and each entry is asked for.
  const owner = VALUE_OF_STORE.test(name) || node.computed ? lastName(code, object) : undefined;
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
  const places = placesOf(code, record);
  const isAlike = (other: Node) =>
    !PLAIN_SCOPE.test(name) ||
    placesOf(code, other).some((each) => places.includes(each)) ||
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
