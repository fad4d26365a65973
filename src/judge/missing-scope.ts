import type * as t from "@babel/types";
import { type Alternative, CHALLENGED, isReplacement, KEEPING } from "../find/alternatives.ts";
import { authorizationCalls } from "../find/authorization.ts";
import { factsAt } from "../find/dominance.ts";
import { membersGiven } from "../find/error-members.ts";
import { classTested as classAsked } from "../find/error-parts.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { isUnauthorized } from "../find/kinds.ts";
import { methodOf } from "../find/library/lookup.ts";
import { namesScope, originOf } from "../find/origins.ts";
import {
  constantText,
  constantValue,
  isCall,
  isMember,
  isNothing,
  memberName,
  pathOf,
  unwrap,
} from "../find/syntax.ts";
import { TEXT, textTypeOf } from "../find/text-types.ts";
import { declaredType } from "../find/types.ts";
import { classesBelow, usesOf } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";
import { asItStands } from "./as-it-stands.ts";
import type { Judgement } from "./judgement.ts";
import { classTested } from "./thrown-elsewhere.ts";

/** More callers up than a test is looked for. */
const MOST_CALLERS_UP = 3;

/**
 * The challenged scope that is not proved to be there, and that a change joins: where it is missing, the old code asked
 * for a default. Undefined where it is tested, declared as a text, or where something else is taken instead; and of a
 * list, of which one has to be there.
 */
export function missingScope(code: Code, { candidate, change, rule }: Judgement): Node | undefined {
  if (!change || rule === "scope-collection") return undefined;
  if (isUnauthorized(candidate.facts.kinds)) return undefined;
  const { alternatives, value } = candidate;
  if (alternatives.some(({ parts }) => (parts & CHALLENGED) === 0 && (parts & KEEPING) !== 0)) return undefined;
  const missing = alternatives.find((each) => isReplacement(each) && !isThere(code, candidate, each, value));
  return missing && asItStands(candidate, missing.challenged ?? value);
}

function isThere(code: Code, candidate: Candidate, { challenged, facts }: Alternative, value: Node): boolean {
  const nodes = challenged ? [value, challenged] : [value];
  return nodes.some(
    (each) =>
      isProved(code, each, facts.present, 0) ||
      isCompared(code, candidate.node, each) ||
      isMadeWith(code, candidate, each) ||
      isFoundWith(code, each, facts.present) ||
      isTestedBefore(code, candidate, each),
  );
}

/** Whether a block around a node is entered only with a value: `if (scope !== undefined)`. */
function isCompared(code: Code, node: Node, challenged: Node): boolean {
  const path = pathOf(code, challenged);
  if (path === undefined) return false;
  const holds = (test: Node): boolean => {
    if (test.type === "LogicalExpression") return test.operator === "&&" && (holds(test.left) || holds(test.right));
    if (test.type !== "BinaryExpression") return false;
    if (/^!==?$/.test(test.operator))
      return (isNothing(test.right) || constantText(code, test.right) === "") && pathOf(code, test.left) === path;
    const { left } = test;
    return left.type === "UnaryExpression" && left.operator === "typeof" && pathOf(code, left.argument) === path;
  };
  for (let each = code.tree.nearest(node, isIf); each; each = code.tree.nearest(each, isIf))
    if (covers(each.consequent, node) && holds(each.test)) return true;
  return false;
}

/** Whether each error of the tested class that the file makes is given a scope that is there: `if (scope) throw new Missing(scope)`. */
function isMadeWith(code: Code, { facts }: Candidate, challenged: Node): boolean {
  const member = unwrap(challenged);
  const name = isMember(member) ? memberName(code, member) : undefined;
  if (name === undefined || !isMember(member)) return false;
  const path = pathOf(code, member.object);
  const tests = facts.tests.filter(({ kind, node }) => kind === "error-class" && pathOf(code, testedIn(node)) === path);
  const owner =
    tests.flatMap(({ node }) => classTested(code, node) ?? [])[0] ?? classAsked(code, unwrap(member.object));
  const given = owner && classesBelow(code, owner).length === 0 ? membersGiven(code, owner, name) : undefined;
  const isThereToo = (each: Node) =>
    isSomeText(code, each) || isProved(code, each, factsAt(code, each).present, 0) || isCompared(code, each, each);
  return given?.every(isThereToo) ?? false;
}

/** Whether a value is a text in any case, as that of an error of another kind is: `HTTP ${status}`, `body.error ?? ""`. */
function isSomeText(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "LogicalExpression" && node.operator !== "&&") return isSomeText(code, node.right);
  return node.type === "TemplateLiteral" || constantText(code, node) !== undefined;
}

/** What is tested to be of a class: `error` of `error instanceof X`. */
const testedIn = (test: Node): Node => (test.type === "BinaryExpression" ? test.left : test);

/** Whether a scope is of what was found by it: `const lacking = all.find((each) => isStepUp(each) && each.scope)`, tested to be there. */
function isFoundWith(code: Code, challenged: Node, present: readonly string[]): boolean {
  const member = unwrap(challenged);
  if (!isMember(member) || member.object.type !== "Identifier") return false;
  const call = unwrap(constantValue(code, member.object) ?? member);
  const predicate = isCall(call) && methodOf(code, call.callee)?.gives === "element" ? call.arguments[0] : undefined;
  const isThere = present.includes(pathOf(code, member.object) ?? "");
  if (!isThere || predicate?.type !== "ArrowFunctionExpression" || predicate.body.type === "BlockStatement")
    return false;
  const parameter = predicate.params[0];
  const name = memberName(code, member);
  const path = parameter && `${pathOf(code, parameter)}.${name}`;
  const holds = (test: Node): boolean =>
    test.type === "LogicalExpression" && test.operator === "&&"
      ? holds(unwrap(test.left)) || holds(unwrap(test.right))
      : pathOf(code, test) === path;
  return holds(unwrap(predicate.body));
}

const isIf = (node: Node): node is t.IfStatement => node.type === "IfStatement";

/** Whether the handler asks, later on, only where the scope is there. */
function isTestedBefore(code: Code, candidate: Candidate, challenged: Node): boolean {
  const around = code.tree.functionAround(candidate.node);
  const path = pathOf(code, challenged);
  const asking = authorizationCalls(code, candidate).filter((call) => code.tree.functionAround(call) === around);
  return path !== undefined && asking.length > 0 && asking.every((call) => factsAt(code, call).present.includes(path));
}

/** Whether an expression holds a text wherever some paths hold something. */
function isProved(code: Code, expression: Node, present: readonly string[], depth: number): boolean {
  const node = unwrap(expression);
  if (isWorkedOn(code, node)) return true;
  const path = pathOf(code, node);
  if (path !== undefined && present.includes(path)) return true;
  if (isDeclaredText(code, expression)) return true;
  const { own } = originOf(code, node);
  if (present.some((each) => isScopeOf(own, each))) return true;
  return isMatched(code, node, present) || isGivenThere(code, node, depth) || isMadeOfPresent(code, node, present);
}

/** Whether a function of the file, which gives a text, is given a scope that is there: `if (scope) … qualify(scope)`. */
function isMadeOfPresent(code: Code, node: Node, present: readonly string[]): boolean {
  const result = isCall(node) ? calledFunction(code, node)?.returnType : undefined;
  if (!isCall(node) || result?.type !== "TSTypeAnnotation") return false;
  const isText = textTypeOf(code, result.typeAnnotation) === TEXT;
  return isText && node.arguments.some((each) => present.includes(pathOf(code, each) ?? ""));
}

/** `challenge.scope.trim()` would throw without a scope. */
function isWorkedOn(code: Code, node: Node): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const object = unwrap(node.callee.object);
  return namesScope(
    object.type === "Identifier" ? object.name : isMember(object) ? memberName(code, object) : undefined,
  );
}

function isDeclaredText(code: Code, expression: Node): boolean {
  const type = declaredType(code, expression);
  return (
    type?.isString === true && !type.takesUndefined && !type.isNullable && expression.type !== "TSNonNullExpression"
  );
}

/** Whether a path is the scope of what a value comes from: `challenge.scope`, of which `scope` was taken. */
function isScopeOf(own: ReadonlySet<string>, path: string): boolean {
  const base = path.slice(0, Math.max(0, path.lastIndexOf(".")));
  const name = path.slice(base === "" ? 0 : base.length + 1).replace(/@.*/, "");
  return namesScope(name) && (own.has(path) || (base !== "" && own.has(base)));
}

/** Whether it is what a pattern found, and it is tested that it found something: `match[1]`. */
function isMatched(code: Code, node: Node, present: readonly string[]): boolean {
  let root = node.type === "Identifier" ? (constantValue(code, node) ?? node) : node;
  for (root = unwrap(root); isMember(root); ) root = unwrap(root.object);
  const found = root.type === "Identifier" ? constantValue(code, root) : undefined;
  const call = found && unwrap(found);
  const isMatch = isCall(call) && methodOf(code, call.callee)?.gives === "match";
  return isMatch && root !== node && present.includes(pathOf(code, root) ?? "");
}

/** Whether every caller passes a scope that is proved there. */
function isGivenThere(code: Code, node: Node, depth: number): boolean {
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const target = binding?.declaration;
  if (binding?.kind !== "parameter" || !isFunction(target) || depth >= MOST_CALLERS_UP) return false;
  const index = (target.params as readonly Node[]).indexOf(binding.identifier);
  const uses = usesOf(code, target);
  if (index < 0 || !uses?.complete || uses.mentions.length === 0) return false;
  return uses.mentions.every((mention) => {
    const call = code.tree.parent(mention);
    const argument = isCall(call) && call.callee === mention ? call.arguments[index] : undefined;
    if (!argument) return covers(target, mention);
    return isProved(code, argument, factsAt(code, mention).present, depth + 1);
  });
}
