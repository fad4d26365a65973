import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { isAuthorization } from "./authorization.ts";
import { isBehindParameter } from "./behind-parameter.ts";
import { calleeName, callTaking, copiesRecords, roleOf, saysToLogIn } from "./calls.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { parameterGivenOn } from "./given-on.ts";
import { asksForTokens, holdsTokens } from "./gives-tokens.ts";
import { methodNamed } from "./library/lookup.ts";
import { namesScope } from "./origins.ts";
import { competingBehind } from "./record-parts.ts";
import { scopeOfPair } from "./request-pairs.ts";
import { setsScopeParameter } from "./request-parameters.ts";
import {
  type Call,
  isCall,
  isMember,
  type Member,
  memberName,
  outOfCasts,
  pathOf,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { usesOf } from "./uses.ts";

/**
 * What becomes of what a path holds, as far as this file shows: it is the scope of a request, it is only compared (as
 * the mark of a retry guard is), or neither is seen.
 */
export type RequestUse = "request" | "compared" | "unseen";

/**
 * Looks for a read of a field or variable that ends up as the `scope` of a request.
 *
 * @param path the field's or variable's path (see `pathOf`)
 * @param name the identifier by which it is mentioned
 * @param within the class or scope that is searched
 */
export const requestUseOf = (code: Code, path: string, name: string, within: Node): RequestUse =>
  code.answers.ofBoth(requestUseOf, within, `${name} ${path}`, () => findUse(code, path, name, within));

function findUse(code: Code, path: string, name: string, within: Node): RequestUse {
  let isCompared = false;
  let isElse = false;
  for (const mention of code.bindings.mentions(name, within) ?? []) {
    const taken = nameTaken(code, mention, path);
    if (taken && nameReachesRequest(code, taken, 0)) return "request";
    const read = placeNamed(code, mention, path);
    if (!read || isWritten(code, read)) continue;
    if (reachesRequest(code, read, 0)) return "request";
    if (code.tree.parent(read)?.type === "BinaryExpression") isCompared = true;
    else isElse = true;
  }
  return isCompared && !isElse ? "compared" : "unseen";
}

/** The name that a pattern gives to a place: `scope` of `const { scope } = this.session`, for `this.session.scope`. */
function nameTaken(code: Code, key: Node, path: string): Binding | undefined {
  const property = code.tree.parent(key);
  const pattern = property?.type === "ObjectProperty" ? code.tree.parent(property) : undefined;
  const declarator = pattern?.type === "ObjectPattern" ? code.tree.parent(pattern) : undefined;
  if (property?.type !== "ObjectProperty" || declarator?.type !== "VariableDeclarator" || !declarator.init)
    return undefined;
  const from = pathOf(code, declarator.init);
  const name = propertyName(code, property.key, property.computed);
  const value = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
  const isOfPlace = from !== undefined && `${from}.${name}` === path;
  return isOfPlace && value.type === "Identifier" ? code.bindings.resolve(value) : undefined;
}

/** The whole expression that a name ends: `this._scope` for `_scope`. */
export function expressionNamed(code: Code, mention: Node): Node | undefined {
  let name = mention;
  let parent = code.tree.parent(name);
  if (parent?.type === "PrivateName") {
    name = parent;
    parent = code.tree.parent(parent);
  }
  if (parent && isMember(parent) && parent.property === name) return parent;
  return name.type === "Identifier" ? name : undefined;
}

/** The place of a path that a name leads to: itself, or an element of the record that it names. */
export function placeNamed(code: Code, mention: Node, path: string): Node | undefined {
  const named = expressionNamed(code, mention);
  if (!named || pathOf(code, named) === path) return named;
  const element = code.tree.parent(named);
  const isElement = isMember(element) && element.computed && element.object === named;
  return isElement && pathOf(code, element) === path ? element : undefined;
}

export function isWritten(code: Code, read: Node): boolean {
  const parent = code.tree.parent(read);
  return parent?.type === "AssignmentExpression" && parent.left === read;
}

/** Whether a value, followed outwards, is passed on as a request's scope. */
export function reachesRequest(code: Code, value: Node, depth = 0): boolean {
  let child = value;
  for (const parent of code.tree.ancestors(value)) {
    if (isFunction(parent)) return parent.body === child && isGivenToRequest(code, parent, depth);
    switch (parent.type) {
      case "ObjectProperty": {
        if (parent.value !== child) return false;
        const call = callTaking(code, parent);
        if (!namesScope(propertyName(code, parent.key, parent.computed))) return false;
        if (competingBehind(code, parent)) return false;
        if (call === undefined) return isPartOfOrder(code, parent);
        if (roleOf(code, call) === "authorization" || isAuthorization(code, call)) return true;
        if (!isCall(call)) return false;
        return asksForTokens(code, call) || saysToLogIn(code, call) || isSpreadIntoRequest(code, call, parent);
      }
      case "CallExpression":
      case "OptionalCallExpression": {
        if (parent.callee === child) break;
        if (setsScopeParameter(code, parent) || isBehindParameter(code, parent, child)) return true;
        if (roleOf(code, parent) === "authorization" && calleeName(code, parent) !== undefined) return true;
        const parameter = parameterFor(code, parent, child);
        // What a function makes of a part of it is something else.
        if (parameter && isTakenApart(code, parameter)) return false;
        if (isGivenAlone(parent, value) && asksForGiven(code, parent, child, depth)) return true;
        const givenOn = depth <= 2 ? parameterGivenOn(code, parent, child) : undefined;
        if (givenOn && nameReachesRequest(code, givenOn, depth)) return true;
        break;
      }
      case "ArrayExpression": {
        if (scopeOfPair(code, parent)?.value === child) return true;
        break;
      }
      case "VariableDeclarator": {
        if (parent.init !== child || parent.id.type !== "Identifier" || depth > 2) return false;
        const binding = code.bindings.resolve(parent.id);
        return binding !== undefined && nameReachesRequest(code, binding, depth);
      }
      case "TemplateLiteral":
      case "BinaryExpression": {
        if (isBehindParameter(code, parent, child)) return true;
        break;
      }
      case "AssignmentExpression": {
        // A compiler's temporary: `(_a = this._scope) != null ? _a : void 0`.
        const binding = parent.left.type === "Identifier" ? code.bindings.resolve(parent.left) : undefined;
        if (parent.right !== child || binding?.kind !== "variable" || depth > 2) return false;
        return nameReachesRequest(code, binding, depth);
      }
      case "IfStatement":
      case "ExpressionStatement":
      case "ThrowStatement":
        return false;
      case "ReturnStatement": {
        const around = code.tree.functionAround(parent);
        return around !== undefined && isGivenToRequest(code, around, depth);
      }
    }
    if (isCall(parent) && parent.callee !== child && roleOf(code, parent) === "telling") return false;
    child = parent;
  }
  return false;
}

/** Whether a record is handed out by a `yield`, and the access token of what comes back is read: `yield { kind, scope }`. */
function isPartOfOrder(code: Code, property: Node): boolean {
  const record = code.tree.parent(property);
  const handedOut = record && code.tree.parent(outOfCasts(code, record));
  return handedOut?.type === "YieldExpression" && !handedOut.delegate && holdsTokens(code, handedOut, 0);
}

/** Whether a call is given a value by itself, or another in its place: `popup(this.requested ?? "base")`. */
const isGivenAlone = (call: Call, value: Node): boolean =>
  call.arguments.some((argument) => {
    const given = unwrap(argument);
    const isChoice = given.type === "LogicalExpression" && given.operator !== "&&";
    // What compilers make of `this.requested ?? "base"` is a choice as well.
    const alone = given.type === "ConditionalExpression" ? given.consequent : isChoice ? given.left : given;
    return unwrap(alone) === unwrap(value);
  });

/** Whether a call asks for what it is given by itself, by what it gives or does: `exchange(origin, session.scope)`. */
function asksForGiven(code: Code, call: Call, given: Node, depth: number): boolean {
  const parameter = parameterFor(code, call, given);
  if (parameter && isKey(code, parameter)) return false;
  if (asksForTokens(code, call)) return true;
  const target = calledFunction(code, call);
  return target && parameter && depth <= 2 && !readsTokensIn(code, target)
    ? nameReachesRequest(code, parameter, depth)
    : false;
}

/** The parameter of a function of the file that gets what a call is given. */
function parameterFor(code: Code, call: Call, given: Node): Binding | undefined {
  const at = (call.arguments as readonly Node[]).indexOf(given);
  const target = at < 0 ? undefined : calledFunction(code, call);
  return target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest)?.binding;
}

/** Whether a part of what a name holds is read, so that this is no text: `response.headers`. */
const isTakenApart = (code: Code, binding: Binding): boolean =>
  (code.bindings.references(binding) ?? []).some((mention) => {
    const member = code.tree.parent(mention);
    if (!isMember(member) || member.object !== mention) return false;
    const call = code.tree.parent(member);
    return !(isCall(call) && call.callee === member) && memberName(code, member) !== "length";
  });

/**
 * Whether something is kept for good under what a name holds, and given again: a token for each scope. What is taken out
 * again is one that is waited for.
 */
const isKey = (code: Code, binding: Binding): boolean => {
  const calls = (code.bindings.references(binding) ?? []).flatMap((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.arguments[0] === mention && isMember(call.callee) ? [call.callee] : [];
  });
  const isOf = (method: Member, name: string) => memberName(code, method) === name;
  return calls.some((given) => {
    const kept = pathOf(code, given.object);
    const isSet = calls.some((each) => isOf(each, "set") && pathOf(code, each.object) === kept);
    return kept !== undefined && isOf(given, "get") && isSet && !isTakenOut(code, given.object);
  });
};

/** Whether a file takes something out of what goes by the name of an object. */
function isTakenOut(code: Code, object: Node): boolean {
  const node = unwrap(object);
  const name = isMember(node) ? memberName(code, node) : node.type === "Identifier" ? node.name : undefined;
  return (name === undefined ? [] : (code.bindings.mentions(name.replace(/^#/, ""), code.tree.program) ?? [])).some(
    (mention) => {
      const member = code.tree.parent(expressionNamed(code, mention) ?? mention);
      const changes = isMember(member) ? methodNamed(memberName(code, member) ?? "")?.changes : undefined;
      return changes !== undefined && changes !== "grows";
    },
  );
}

/** Whether a function reads the tokens itself, and so may join what was granted. */
const readsTokensIn = (code: Code, target: FunctionNode): boolean =>
  code.tree
    .own(target.body, "CallExpression")
    .some(({ callee }) => isMember(callee) && memberName(code, callee) === "tokens");

/** Whether what a name holds is, where that is read; asked once for each number of names before it. */
const nameReachesRequest = (code: Code, binding: Binding, depth: number): boolean =>
  code.answers.ofBoth(nameReachesRequest, binding, depth, () =>
    (code.bindings.references(binding) ?? []).some(
      (reference) => !isWritten(code, reference) && reachesRequest(code, reference, depth + 1),
    ),
  );

/**
 * Whether a function of this file spreads the record that it is given into the parameters of a request:
 * `this.form("/device", { scope })`, with `new URLSearchParams({ client_id, ...fields })` in it.
 */
function isSpreadIntoRequest(code: Code, call: Call, property: Node): boolean {
  const at = call.arguments.findIndex((argument) => code.tree.parent(property) === unwrap(argument));
  const target = at < 0 ? undefined : calledFunction(code, call);
  const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
  return ((parameter && code.bindings.references(parameter.binding)) ?? []).some((mention) => {
    const part = code.tree.parent(mention);
    const isCopied = part?.type === "SpreadElement" || (isCall(part) && copiesRecords(code, part));
    const taking = isCopied ? callTaking(code, mention) : undefined;
    return taking !== undefined && (roleOf(code, taking) === "authorization" || isAuthorization(code, taking));
  });
}

/**
 * Whether what a function gives is the scope of a request: `scope: wanted()`. One that reads the tokens itself joins
 * what was granted, and is judged as a whole.
 */
const isGivenToRequest = (code: Code, target: FunctionNode, depth: number): boolean =>
  code.answers.ofBoth(isGivenToRequest, target, depth, () => {
    if (depth > 2 || readsTokensIn(code, target)) return false;
    return (usesOf(code, target)?.mentions ?? []).some((mention) => {
      const called = expressionNamed(code, mention) ?? mention;
      const call = code.tree.parent(called);
      return isCall(call) && call.callee === called && reachesRequest(code, call, depth + 1);
    });
  });
