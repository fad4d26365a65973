import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import {
  ANY_SCOPE,
  CARRIER,
  CHALLENGED_NAME,
  ERROR_CODE_OF_PATTERN,
  INSUFFICIENT,
  NO_SCOPE,
  SCOPE_BEFORE,
  SCOPE_NAME,
  SCOPES_NAME,
} from "../rules/names.ts";
import { elementsOf } from "./collections.ts";
import { regexSource } from "./error-code.ts";
import { partsOfTested } from "./error-parts.ts";
import type { Test } from "./facts.ts";
import { isModule } from "./imported.ts";
import { methodOf, picksByTest } from "./library/lookup.ts";
import { givesScope, mapsToScope, picksScope } from "./made-scopes.ts";
import { elementsGivenTo, givenByReader, readerOf, valuesHeld } from "./parts-given.ts";
import { assignmentAround, destructuredNames, textsBeside } from "./patterns.ts";
import { responsesGiven, responsesRead } from "./responses.ts";
import { madeFor } from "./returned-properties.ts";
import { type Challenge, callKey, type Origin, readingKey } from "./sources.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  type Member,
  memberName,
  pathOf,
  unwrap,
} from "./syntax.ts";
import { argumentsFor } from "./uses.ts";

/** Whether the name of a property, function or parameter says that it holds scopes. */
export const namesScope = (name: string | undefined): boolean =>
  name !== undefined && SCOPE_NAME.test(name) && !NO_SCOPE.test(name);

/** Whether a name says that it holds several scopes, each by itself. */
export const namesScopes = (name: string | undefined): boolean => namesScope(name) && SCOPES_NAME.test(name ?? "");

/** Follows a value back to where it comes from. */
export function originOf(code: Code, expression: Node): Readonly<Origin> {
  const known = origins(code).get(expression);
  if (known) return known;
  const origin: Origin = { own: new Set(), given: new Set(), namesScope: false };
  // Before it is known: a value may go through a function and come back, `[state] = step(state)`.
  origins(code).set(expression, origin);
  follow(code, expression, origin, "value", 0);
  return origin;
}

const origins = (code: Code) => code.answers.about<Node, Origin>(origins);

/** The sources of what some tests looked at: the challenge, the response or the error that they speak of. */
export function testedSources(code: Code, tests: readonly Test[]): Challenge {
  const origin: Origin = { own: new Set(), given: new Set(), likely: new Set(), namesScope: false };
  for (const { subject, node, kind } of tests) {
    if (subject) follow(code, subject, origin, "test", 0);
    // What a call gave that was tested itself: `const result = await send(path); if (result.kind === "denied") …`
    if (kind === "predicate" && isCall(node)) origin.own.add(callKey(node));
  }
  return origin;
}

/**
 * In a test of `context.response.status`, `context` itself is no challenge: the base of a longer member path counts
 * only when following a value.
 */
type Purpose = "value" | "test";

/** Methods that read the body of a response: their awaited result comes from it. Other awaited calls are new input. */
const BODY_READERS = new Set(["json", "text", "clone", "formData"]);

function follow(code: Code, expression: Node, origin: Origin, purpose: Purpose, depth: number): void {
  const node = unwrap(expression);
  if (depth > 16 || isFunction(node)) return;
  const next = (inner: Node) => follow(code, inner, origin, purpose, depth + 1);
  switch (node.type) {
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      if (binding && !origin.own.has(binding.id)) followBinding(code, binding, origin, purpose, depth);
      return;
    }
    case "MemberExpression":
    case "OptionalMemberExpression":
      followMember(code, node, origin, purpose, depth);
      return;
    case "CallExpression":
    case "OptionalCallExpression":
      followCall(code, node, origin, purpose, depth);
      return;
    case "YieldExpression":
    case "AwaitExpression": {
      if (!node.argument) return;
      // In lowered code, a generator's `yield` is the `await` of an async function.
      const call = unwrap(node.argument);
      if (!isCall(call) || readsBody(code, call)) next(node.argument);
      else followAwaited(code, call, origin);
      // A test of what a function of the file found out about a response is one of that: `(await codeOf(response)) === …`.
      if (purpose === "test" && isCall(call)) for (const each of responsesRead(code, call)) origin.likely?.add(each);
      return;
    }
    case "NewExpression":
      node.arguments.forEach(next);
      return;
    case "RegExpLiteral":
      if (ANY_SCOPE.test(node.pattern.replace(ERROR_CODE_OF_PATTERN, ""))) origin.namesScope = true;
      return;
    case "ObjectExpression":
      for (const property of node.properties) if (property.type === "ObjectProperty") next(property.value);
      return;
    case "ConditionalExpression":
      next(node.consequent);
      next(node.alternate);
      return;
    case "AssignmentExpression":
      next(node.right);
      return;
    case "BinaryExpression":
    case "LogicalExpression":
      next(node.left);
      next(node.right);
      return;
    case "TemplateLiteral":
      node.expressions.forEach(next);
      return;
    case "ArrayExpression":
      for (const element of node.elements) if (element) next(element);
      return;
    case "SpreadElement":
      next(node.argument);
      return;
    default:
      return;
  }
}

/** Whether a call reads the body of a response. */
export function readsBody(code: Code, call: Call): boolean {
  return isMember(call.callee) && BODY_READERS.has(memberName(code, call.callee) ?? "");
}

/** What another awaited call gives is new input, whatever it was called with; from a response, it is likely read. */
function followAwaited(code: Code, call: Call, origin: Origin): void {
  origin.own.add(callKey(call));
  const responses = responsesGiven(code, call);
  for (const response of responses) origin.given.add(readingKey(response));
  const callee = unwrap(call.callee);
  const name = isMember(callee) ? memberName(code, callee) : callee.type === "Identifier" ? callee.name : undefined;
  if (responses.length > 0 && namesScope(name)) origin.namesScope = true;
}

function followMember(code: Code, node: Member, origin: Origin, purpose: Purpose, depth: number): void {
  const name = memberName(code, node);
  if (namesScope(name) || madeOfScope(code, node)) origin.namesScope = true;
  const path = pathOf(code, node);
  if (path !== undefined) origin.own.add(path);
  const object = unwrap(node.object);
  if (object.type === "ThisExpression") return;
  if (node.computed) followPosition(code, node.property, origin);
  const base = isMember(object) ? unwrap(object.object) : undefined;
  if (purpose === "test")
    for (const made of madeFor(code, object, name)) follow(code, made, origin, purpose, depth + 1);
  if (purpose === "test" && isMember(object) && base && !isLocalResult(code, base)) {
    const objectPath = pathOf(code, object);
    if (objectPath !== undefined) origin.own.add(objectPath);
    return;
  }
  const isNamed = origin.namesScope;
  follow(code, object, origin, purpose, depth + 1);
  // Of what was made for a scope, a part by another name is none: `scopeResponse.status`.
  if (name !== undefined && !isNamed && !CARRIER.test(name)) origin.namesScope = false;
}

const madeOfScope = (code: Code, node: Member) =>
  partsOfTested(code, node)?.some((each) => originOf(code, each).namesScope) === true;

/** An element of a list that was looked for by `findIndex` comes from the looking, as one of `find` does. */
function followPosition(code: Code, position: Node, origin: Origin): void {
  const node = unwrap(position);
  const call = node.type === "Identifier" ? constantValue(code, node) : undefined;
  if (isCall(call) && methodOf(code, call.callee)?.gives === "position") origin.own.add(callKey(call));
}

/** Whether an expression is a caught error or a local variable, as opposed to `this`, a parameter or an import. */
function isLocalResult(code: Code, node: Node): boolean {
  if (isMember(node)) return isLocalResult(code, unwrap(node.object));
  if (isCall(node) || node.type === "AwaitExpression") return true;
  const kind = node.type === "Identifier" ? code.bindings.resolve(node)?.kind : undefined;
  return kind === "variable" || kind === "catch";
}

function followCall(code: Code, call: Call, whole: Origin, purpose: Purpose, depth: number): void {
  whole.own.add(callKey(call));
  const origin: Origin = { own: whole.given, given: whole.given, namesScope: whole.namesScope };
  const callee = unwrap(call.callee);
  if (isMember(callee)) {
    if (namesScope(memberName(code, callee))) origin.namesScope = true;
    const object = unwrap(callee.object);
    const isNamespace = object.type === "Identifier" && isModule(code, object);
    if (object.type !== "ThisExpression" && !isNamespace) follow(code, object, origin, purpose, depth + 1);
  } else if (callee.type === "Identifier") {
    if (namesScope(callee.name)) origin.namesScope = true;
    const reader = readerOf(code, callee, call);
    if (reader !== undefined && !origin.given.has(reader)) {
      origin.given.add(reader);
      const made = { ...origin };
      for (const value of givenByReader(code, callee)) follow(code, value, made, purpose, depth + 1);
    }
  }
  for (const response of responsesGiven(code, call)) origin.given.add(readingKey(response));
  for (const argument of call.arguments) {
    const text = constantText(code, argument);
    const pattern = regexSource(code, argument);
    const isCut = SCOPE_BEFORE.test(text ?? "") && methodOf(code, callee) !== undefined;
    const isFound = pattern !== undefined && ANY_SCOPE.test(pattern) && !INSUFFICIENT.test(pattern);
    if (isCut || isFound || namesScope(text)) origin.namesScope = true;
    // The key of an entry is where it is kept, and not what it comes from: `this.scopes.get(response.url)`.
    const isKey = isMember(callee) && memberName(code, callee) === "get" && isMember(unwrap(argument));
    if (!isKey) follow(code, argument, origin, purpose, depth + 1);
  }
  const method = methodOf(code, callee);
  const pickedOrGiven = picksByTest(method) ? picksScope(code, call) : givesScope(code, call);
  const isMade = method?.keeps === "each" ? mapsToScope(code, call) : pickedOrGiven;
  if (isMade || origin.namesScope) whole.namesScope = true;
}

function followBinding(code: Code, binding: Binding, origin: Origin, purpose: Purpose, depth: number): void {
  origin.own.add(binding.id);
  const { declaration } = binding;
  if (declaration.type === "VariableDeclarator") {
    const beside = textsBeside(code, declaration.id, binding);
    const isGiven = elementsGivenTo(code, declaration, binding).some((each) => originOf(code, each).namesScope);
    const names = destructuredNames(code, declaration.id, binding);
    if (isGiven || [...names, ...beside].some(namesScope)) origin.namesScope = true;
    for (const value of valuesHeld(code, declaration, binding)) follow(code, value, origin, purpose, depth + 1);
    if (purpose === "test" && names.length > 0)
      for (const made of code.answers.of(madeFor, binding, () => madeFor(code, declaration.init, ...names)))
        follow(code, made, origin, purpose, depth + 1);
    const loop = code.tree.parent(code.tree.parent(declaration) ?? declaration);
    if (loop?.type === "ForOfStatement") follow(code, loop.right, origin, purpose, depth + 1);
    for (const write of code.bindings.writes(binding) ?? []) {
      const assignment = assignmentAround(code, write);
      if (!assignment) continue;
      if (destructuredNames(code, assignment.left, { identifier: write }).some(namesScope)) origin.namesScope = true;
      follow(code, assignment.right, origin, purpose, depth + 1);
    }
  } else if (binding.kind === "catch" && declaration.type === "CatchClause") {
    followPattern(code, declaration.param, binding, origin);
  } else if (binding.kind === "parameter" && isFunction(declaration)) {
    const parameter = parameterOf(declaration, binding);
    followPattern(code, parameter, binding, origin);
    if (destructuredNames(code, parameter, binding).some(namesScope)) origin.namesScope = true;
    const passed = argumentsFor(code, declaration, binding);
    if (parameter === binding.identifier && passed.length === 0)
      followHandler(declaration, binding, origin, purpose, depth);
    const list = elementsOf(code, declaration, binding) ?? [];
    for (const value of [...passed, list].flat()) follow(code, value, origin, purpose, depth + 1);
  }
}

/**
 * Two parameters of one handler, whose callers are elsewhere, are of one challenge: the error code, tested by itself, and
 * the scope.
 */
function followHandler(
  handler: FunctionNode,
  { name }: Binding,
  origin: Origin,
  purpose: Purpose,
  depth: number,
): void {
  const isScope = purpose === "value" && CHALLENGED_NAME.test(name);
  if (isScope) origin.namesScope = true;
  if (isScope || (purpose === "test" && depth === 0)) origin.own.add(`parameters@${handler.start}`);
}

/** The names of one pattern come from one thing, even if that has no name itself: `({ error, scope }) => …`. */
function followPattern(code: Code, pattern: Node | null | undefined, binding: Binding, origin: Origin): void {
  if (pattern?.type !== "ObjectPattern") return;
  origin.own.add(`pattern@${pattern.start}`);
  if (destructuredNames(code, pattern, binding).some(namesScope)) origin.namesScope = true;
}

/** The parameter (a name or a pattern) that declares a binding. */
function parameterOf(target: Node, binding: Binding): FunctionNode["params"][number] | undefined {
  if (!isFunction(target)) return undefined;
  return target.params.find((parameter) => covers(parameter, binding.identifier));
}
