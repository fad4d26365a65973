import type * as t from "@babel/types";
import { type Binding, boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { truthOf } from "./conditions.ts";
import { doubtOf, type Facts, NOTHING } from "./facts.ts";
import { givenListFacts } from "./given-results.ts";
import { ANY } from "./kinds.ts";
import { givesElements, methodOf, runsForEach } from "./library/lookup.ts";
import { changesOf } from "./list-changes.ts";
import { predicateTruth } from "./predicates.ts";
import { functionGiven } from "./shells.ts";
import { callKey } from "./sources.ts";
import {
  type Call,
  constantNumber,
  constantValue,
  isCall,
  isMember,
  isNeverWritten,
  isNothing,
  memberName,
  onlyChoice,
  pathOf,
  unwrap,
} from "./syntax.ts";
import { not, type Truth, withPresence } from "./truth.ts";

/** More steps than a person takes from a list to what was picked of it. */
const MOST_STEPS = 6;

/**
 * What the finding of a challenge in a list tells of what was found: `challenges.find((each) => each.error === …)`, the
 * first of those that `filter` picks, and whether there is one at all, as `some` says.
 *
 * @param expression the call, an element of its result, or a constant that holds either
 * @returns undefined where nothing is looked for by its error code
 */
export function foundTruth(code: Code, expression: Node): Truth | undefined {
  const facts = elementFacts(code, expression, 0) ?? someFacts(code, unwrap(expression));
  return facts && { yes: facts, no: NOTHING };
}

/**
 * The match of a pattern that a name holds, or of which it is a group: `found` of `const found = /error="…"/.exec(header)`,
 * `scope` of `const [, scope] = header.match(/…/) ?? []`.
 */
function matchOf(code: Code, name: Node): Call | undefined {
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const { declaration } = binding ?? {};
  if (!binding || declaration?.type !== "VariableDeclarator" || !isNeverWritten(code, binding)) return undefined;
  const isTaken = /^(?:Array|Object)Pattern$/.test(declaration.id.type);
  let made = declaration.init ? unwrap(declaration.init) : undefined;
  // A default in the pattern is there without a match.
  if (isTaken && code.tree.parent(binding.identifier)?.type === "AssignmentPattern") return undefined;
  if (isTaken && made?.type === "LogicalExpression" && made.operator !== "&&")
    made = isEmpty(made.right) ? unwrap(made.left) : undefined;
  // What compilers make of `header?.match(/…/)`, and of the default of a pattern.
  if (made?.type === "ConditionalExpression")
    made = isTaken ? loweredDefault(code, made) : unwrap(onlyChoice(made) ?? made);
  while (isTaken && isMember(made)) made = unwrap(made.object);
  return isCall(made) && methodOf(code, made.callee)?.gives === "match" ? made : undefined;
}

/** What compilers make of `header.match(/…/) ?? []`: `(_a = header.match(/…/)) != null ? _a : []`. */
function loweredDefault(code: Code, { test, consequent, alternate }: t.ConditionalExpression): Node | undefined {
  const held = test.type === "BinaryExpression" && /^!==?$/.test(test.operator) ? unwrap(test.left) : undefined;
  const isOfName = held?.type === "AssignmentExpression" && pathOf(code, held.left) === pathOf(code, consequent);
  return isOfName && pathOf(code, consequent) !== undefined && isEmpty(alternate) ? unwrap(held.right) : undefined;
}

/** `[]`, `{}` */
function isEmpty(value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  return isNothing(node) || (node.type === "ObjectExpression" && node.properties.length === 0);
}

/** What it tells that such a match, or a group of it, is there. */
export function matchTruth(code: Code, name: Node): Truth | undefined {
  const match = matchOf(code, name);
  return match && withPresence(code, name, { yes: truthOf(code, match).yes, no: NOTHING });
}

/** What is known of one element if it is there. */
function elementFacts(code: Code, expression: Node, depth: number): Facts | undefined {
  const node = unwrap(expression);
  if (depth > MOST_STEPS) return undefined;
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    const list = binding && listTakenApart(code, binding);
    if (list) return pickedFacts(code, list, depth + 1);
    const value = constantValue(code, node);
    return value && elementFacts(code, value, depth + 1);
  }
  // What compilers make of `answer.errors?.find(…)`.
  const only = node.type === "ConditionalExpression" ? onlyChoice(node) : undefined;
  if (only) return elementFacts(code, only, depth + 1);
  if (isMember(node)) {
    const isIndex = node.computed && constantNumber(code, node.property) !== undefined;
    return isIndex ? pickedFacts(code, node.object, depth + 1) : undefined;
  }
  if (!isCall(node) || !isMember(node.callee)) return undefined;
  const keeps = methodOf(code, node.callee)?.keeps;
  const picked = () => pickedFacts(code, isMember(node.callee) ? node.callee.object : node, depth + 1);
  if (keeps === "one") return looksFor(code, node, [callKey(node)]) ?? picked();
  return keeps === "place" ? picked() : undefined;
}

/** The list that a pattern takes a name from by its place: `const [found] = list`. */
function listTakenApart(code: Code, binding: Binding): Node | undefined {
  const { declaration, identifier } = binding;
  if (declaration.type !== "VariableDeclarator" || declaration.id.type !== "ArrayPattern") return undefined;
  const isElement = declaration.id.elements.some((element) => element === identifier);
  return isElement && isNeverWritten(code, binding) ? (declaration.init ?? undefined) : undefined;
}

/** What is known of every element of a list, because `filter` picked them. */
export function pickedFacts(code: Code, list: Node, depth = 0): Facts | undefined {
  const node = unwrap(list);
  if (depth > MOST_STEPS) return undefined;
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    const value = binding && !isExtended(code, binding) ? constantValue(code, node) : undefined;
    return value && pickedFacts(code, value, depth + 1);
  }
  const given = givenListFacts(code, node);
  if (given || !isCall(node) || !isMember(node.callee)) return given;
  const method = methodOf(code, node.callee);
  const own = method?.keeps === "passing" ? looksFor(code, node, [callKey(node)]) : undefined;
  return own ?? (givesElements(method) ? pickedFacts(code, node.callee.object, depth + 1) : undefined);
}

/** Whether something else may be put into a list after its creation. */
function isExtended(code: Code, binding: Binding): boolean {
  if (changesOf(code, binding).some(({ kind, values }) => kind === "grows" || values.length > 0)) return true;
  return (code.bindings.references(binding) ?? []).some((reference) => {
    const member = code.tree.parent(reference);
    if (!isMember(member) || member.object !== reference) return false;
    const parent = code.tree.parent(member);
    return parent?.type === "AssignmentExpression" && parent.left === member;
  });
}

/** What a position says that `findIndex` gives, if it is one. */
export function indexFacts(code: Code, call: Call): Facts | undefined {
  return methodOf(code, call.callee)?.gives === "position" ? looksFor(code, call, [callKey(call)]) : undefined;
}

/** `challenges.some((each) => …)`: there is such a challenge, whichever it is. */
function someFacts(code: Code, node: Node): Facts | undefined {
  const isSome = isCall(node) && isMember(node.callee) && memberName(code, node.callee) === "some";
  return isSome ? looksFor(code, node, []) : undefined;
}

/**
 * What a call's predicate tells of the elements for which it holds.
 *
 * @param belongsTo see `Test`
 */
function looksFor(code: Code, call: Call, belongsTo: readonly string[]): Facts | undefined {
  const predicate = call.arguments[0] && functionGiven(code, call.arguments[0]);
  // A promise or an iterator is truthy whatever comes of it: the first of the list is found.
  if (!predicate || predicate.async || predicate.generator) return undefined;
  const { yes } = predicateTruth(code, predicate);
  if (yes.kinds === ANY || yes.tests.length === 0 || !looksAtElement(code, yes, predicate)) return undefined;
  const ofErrorCode = yes.tests.some((test) => test.ofErrorCode);
  // Names inside the predicate mean nothing outside: what is told is told of the call.
  const test = { node: call, kind: "predicate" as const, subject: call, ofErrorCode, belongsTo, ...doubtOf(yes.tests) };
  return { ...NOTHING, kinds: yes.kinds, proved: yes.proved, tests: [test] };
}

/** Whether all that a predicate tests is its first parameter. */
function looksAtElement(code: Code, { tests }: Facts, predicate: FunctionNode): boolean {
  const [parameter] = predicate.params;
  const names = boundNames(parameter).map((name) => code.bindings.resolve(name));
  return tests.every(({ subject }) => {
    let root = subject && unwrap(subject);
    while (isMember(root)) root = unwrap(root.object);
    const binding = root?.type === "Identifier" ? code.bindings.resolve(root) : undefined;
    return binding !== undefined && names.includes(binding) && parameter && covers(parameter, binding.identifier);
  });
}

/** `found.length > 0` and its like: whether `filter` picked any. Undefined where another thing is counted. */
export function countTruth(code: Code, { left, operator, right }: t.BinaryExpression): Truth | undefined {
  const swapped: Record<string, string> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };
  const isSwapped = isMember(unwrap(right));
  const [counted, limit] = isSwapped ? [right, left] : [left, right];
  const count = constantNumber(code, limit);
  const facts = count === undefined ? undefined : lengthFacts(code, counted);
  if (!facts || count === undefined) return undefined;
  const relation = `${(isSwapped && swapped[operator]) || operator} ${Math.min(count, 1)}`;
  const truth = { yes: facts, no: NOTHING };
  if (/^(?:> [01]|>= 1|={2,3} 1|!={1,2} 0)$/.test(relation)) return truth;
  // Of `< 1`, only the very number tells that there is none.
  return /^(?:={2,3} 0|<= 0)$/.test(relation) || (relation === "< 1" && count === 1) ? not(truth) : undefined;
}

/** What the length of a picked list tells if it is not 0. */
export function lengthFacts(code: Code, expression: Node): Facts | undefined {
  const node = unwrap(expression);
  return isMember(node) && memberName(code, node) === "length" ? pickedFacts(code, node.object) : undefined;
}

/** What is known in a callback that runs for each element of a picked list: `challenges.filter(…).forEach((each) => …)`. */
export function callbackFacts(code: Code, call: Call, callback: Node): Facts | undefined {
  if (!isFunction(callback) || call.arguments[0] !== callback || !isMember(call.callee)) return undefined;
  if (!runsForEach(methodOf(code, call.callee))) return undefined;
  const picked = pickedFacts(code, call.callee.object);
  const [parameter] = callback.params;
  if (!picked || !parameter) return undefined;
  const ids = boundNames(parameter).flatMap((name) => code.bindings.resolve(name)?.id ?? []);
  const tests = picked.tests.flatMap((test) =>
    boundNames(parameter).map((subject) => ({ ...test, subject, belongsTo: ids })),
  );
  return { ...picked, tests };
}
