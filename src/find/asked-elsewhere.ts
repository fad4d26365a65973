import type * as t from "@babel/types";
import { type Binding, boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { TOKEN_NAME } from "../rules/names.ts";
import { SENT_ALONG } from "../rules/names-beside.ts";
import { isReplacement } from "./alternatives.ts";
import { callTaking, roleOf } from "./calls.ts";
import { holdsField } from "./collections.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { leavesForElsewhere } from "./handed-on.ts";
import { namesScope, originOf } from "./origins.ts";
import { setParameter } from "./request-parameters.ts";
import { expressionNamed, isWritten, placeNamed, reachesRequest } from "./request-use.ts";
import { searchedFor } from "./searched.ts";
import { paramsOf } from "./shells.ts";
import { sinkPath, useOf } from "./sink-use.ts";
import { type Call, isCall, isMember, pathOf, propertyName, unwrap } from "./syntax.ts";
import { alternativesOf } from "./values.ts";
import { lastName, type Written, writtenAt } from "./written.ts";

/** More names than a scope goes by on its way. */
const MOST_NAMES = 3;

/**
 * Whether what an expression gives is asked for, as far as names tell: with `reachesRequest`, what is given as the scope
 * to code that is not seen. This decides what is reported, and never what is proved.
 */
export const mayBeAsked = (code: Code, value: Node, depth = 0): boolean =>
  depth <= MOST_NAMES && (reachesRequest(code, value) || leadsOn(code, value, depth)) && !isJoined(code, value);

/** Whether what a name holds may be asked for where that is read; asked once for each number of names before it. */
const isNameAsked = (code: Code, binding: Binding | undefined, depth: number): boolean =>
  binding !== undefined &&
  code.answers.ofBoth(isNameAsked, binding, depth, () =>
    (code.bindings.references(binding) ?? []).some(
      (each) => !isWritten(code, each) && mayBeAsked(code, each, depth + 1),
    ),
  );

/** Whether a value is given, by a name, a record or a call, to what may ask for it. */
function leadsOn(code: Code, value: Node, depth: number): boolean {
  let child = value;
  for (const parent of code.tree.ancestors(value)) {
    if (isFunction(parent)) return parent.body === child && makesScope(code, parent);
    // `for (const [server, scopes] of Object.entries(lacking)) await host.reconnect(server, { scopes })`
    if (parent.type === "ForOfStatement" && parent.right === child && parent.left.type === "VariableDeclaration")
      return parent.left.declarations
        .flatMap(({ id }) => boundNames(id))
        .some((each) => isNameAsked(code, code.bindings.resolve(each), depth));
    if (parent.type.endsWith("Statement")) return false;
    if (parent.type === "ObjectProperty") {
      const call = parent.value === child ? callTaking(code, parent) : undefined;
      const name = propertyName(code, parent.key, parent.computed);
      return call !== undefined && (SENT_ALONG.test(name ?? "") || (namesScope(name) && asks(code, call)));
    }
    if (parent.type === "VariableDeclarator")
      return boundNames(parent.id).some((each) => isNameAsked(code, code.bindings.resolve(each), depth));
    // `options.scope = request.session.neededScope`, where the options are handed over.
    if (parent.type === "AssignmentExpression" && parent.right === child) {
      // What compilers make of `session.get("scope") ?? "openid"` has a name of its own.
      if (parent.left.type === "Identifier") return isNameAsked(code, code.bindings.resolve(parent.left), depth);
      const written = isMember(unwrap(parent.left)) ? writtenAt(code, parent) : undefined;
      if (written?.kind === "field" && !isAlone(code, written, value)) return false;
      if (written?.kind === "field" && isGivenAway(code, written)) return true;
      return (
        (written?.kind === "field" || written?.kind === "property") &&
        useOf(code, written, sinkPath(code, written)) === "request"
      );
    }
    if (isTested(parent, child)) return false;
    if (isCall(parent) && parent.callee !== child) {
      if (setParameter(code, parent) === "scope" || givesToken(code, parent)) return true;
      if (roleOf(code, parent) === "telling") return false;
      const at = parent.arguments.indexOf(child as Call["arguments"][number]);
      const target = calledFunction(code, parent);
      const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
      if (target) return isNameAsked(code, parameter?.binding, depth);
    }
    child = parent;
  }
  return false;
}

/** Whether a function makes the scope in what a call is given: `assign({ scope: ({ event }) => event.scope })`. */
function makesScope(code: Code, made: FunctionNode): boolean {
  const property = code.tree.parent(made);
  const isEntry = property?.type === "ObjectProperty" && property.value === made;
  return (
    isEntry &&
    namesScope(propertyName(code, property.key, property.computed)) &&
    callTaking(code, property) !== undefined
  );
}

/** Whether a member is given by itself to code that is not seen and acts on it: `await this.obtainCode(this.scope)`. */
export function isGivenAway(code: Code, { target }: Written): boolean {
  const path = pathOf(code, target);
  const name = lastName(code, target);
  if (path === undefined || name === undefined) return false;
  return code.answers.ofBoth(isGivenAway, searchedFor(code, target), path, () =>
    (code.bindings.mentions(name.replace(/^#/, ""), searchedFor(code, target)) ?? []).some((mention) => {
      const read = placeNamed(code, mention, path);
      const call = read && code.tree.parent(read);
      return isCall(call) && call.callee !== read && leavesForElsewhere(code, call);
    }),
  );
}

/** Whether a field is given what a function takes by a parameter, and nothing of what it holds already. */
function isAlone(code: Code, written: Written, value: Node): boolean {
  const binding = value.type === "Identifier" ? code.bindings.resolve(value) : undefined;
  // Compilers make a name of their own of what they take: `(_a = detail.scope) != null ? _a : this.scope`.
  const isMade = binding?.declaration.type === "VariableDeclarator" && !binding.declaration.init;
  if (!binding || (binding.kind !== "parameter" && !isMade)) return false;
  const challenge = { own: originOf(code, value).own, given: new Set<string>() };
  const sink = sinkPath(code, written);
  return alternativesOf({ code, sink, challenge, keeping: [] }, written.value, written.property).some(isReplacement);
}

/** Whether an expression only tests what is in it. */
const isTested = (expression: Node, inner: Node): boolean =>
  (expression.type === "BinaryExpression" && expression.operator !== "+") ||
  (expression.type === "ConditionalExpression" && expression.test === inner);

/** Whether a value is put together with another scope, by a list, a text or a call: `[...this.held, scope].join(" ")`. */
function isJoined(code: Code, value: Node): boolean {
  const isOther = (each: Node | null) => each !== null && !covers(each, value) && originOf(code, each).namesScope;
  const isPart = (each: Node | null) => isOther(each) || (each !== null && holdsField(code, each));
  for (const parent of code.tree.ancestors(value)) {
    if (isFunction(parent) || /Statement$|^ObjectProperty$|^VariableDeclarator$/.test(parent.type)) return false;
    if (parent.type === "ArrayExpression" && parent.elements.some(isPart)) return true;
    if (parent.type === "TemplateLiteral" && parent.expressions.some(isOther)) return true;
    if (parent.type === "BinaryExpression" && parent.operator === "+" && [parent.left, parent.right].some(isOther))
      return true;
    if (isCall(parent) && parent.arguments.some(isOther)) return true;
  }
  return false;
}

const asks = (code: Code, call: Call | t.NewExpression): boolean =>
  leavesForElsewhere(code, call) || (isCall(call) && givesToken(code, call));

/** Whether what a call that is not seen gives is called a token: `const token = await this.interactive(scope)`. */
function givesToken(code: Code, call: Call): boolean {
  if (calledFunction(code, call)) return false;
  let child: Node = call;
  for (const parent of code.tree.ancestors(call)) {
    if (parent.type === "VariableDeclarator") return parent.id.type === "Identifier" && TOKEN_NAME.test(parent.id.name);
    if (parent.type !== "AwaitExpression" && unwrap(parent) !== unwrap(child)) return false;
    child = parent;
  }
  return false;
}

/** Whether what a name holds is asked for, by itself or by a function that is given it: `watch(scope, (next) => …)`. */
export function leadsToRequest(code: Code, mention: Node): boolean {
  const read = expressionNamed(code, mention);
  if (!read || isWritten(code, read)) return false;
  const taken = namedOtherwise(code, mention);
  if (taken) return (code.bindings.references(taken) ?? []).some((each) => reachesRequest(code, each));
  if (mayBeAsked(code, read)) return true;
  for (const parent of code.tree.ancestors(read)) {
    if (isFunction(parent)) return parent.body === read && isSelected(code, parent);
    if (parent.type.endsWith("Statement")) return false;
    if (isCall(parent) && callbacksOf(parent).some((each) => !covers(each, read) && asksForGiven(code, each)))
      return true;
  }
  return false;
}

/** Whether what a selector takes of a state is asked for by the next function: `createSelector([(s) => s.asking], (scope) => …)`. */
function isSelected(code: Code, selector: FunctionNode): boolean {
  const parent = code.tree.parent(selector);
  const call = parent?.type === "ArrayExpression" ? code.tree.parent(parent) : parent;
  return (
    isCall(call) && call.arguments.some((each) => isFunction(each) && each !== selector && asksForGiven(code, each))
  );
}

/** The name that a pattern gives to what it takes: `read` of `({ getState: read }) => …`, `scope` of `{ scope = "openid" }`. */
function namedOtherwise(code: Code, key: Node): Binding | undefined {
  const value = propertyTaken(code, key)?.value;
  const name = value?.type === "AssignmentPattern" ? value.left : value;
  return name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
}

/** The property of a pattern that a mention is the key of, and the name that it gives, too: `{ scope = "openid" }`. */
export function propertyTaken(code: Code, mention: Node): t.ObjectProperty | undefined {
  const parent = code.tree.parent(mention);
  const property = parent?.type === "AssignmentPattern" ? code.tree.parent(parent) : parent;
  if (property?.type !== "ObjectProperty" || startOf(property.key) !== startOf(mention)) return undefined;
  return code.tree.parent(property)?.type === "ObjectPattern" ? property : undefined;
}

/** The functions that a call is given, and those of what it is given: `scope.pipe(map((next) => …))`. */
const callbacksOf = (call: Call): FunctionNode[] =>
  call.arguments.flatMap((argument) =>
    isFunction(argument) ? [argument] : isCall(argument) ? callbacksOf(argument) : [],
  );

/** Whether a function asks for what it is given, or for a part of it. */
export const asksForGiven = (code: Code, target: FunctionNode): boolean =>
  code.answers.of(asksForGiven, target, () =>
    paramsOf(target)
      .flatMap((each) => boundNames(each))
      .some((name) => {
        const binding = code.bindings.resolve(name);
        return ((binding && code.bindings.references(binding)) ?? []).some((each) => mayBeAsked(code, each));
      }),
  );
