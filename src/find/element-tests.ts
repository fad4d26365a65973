import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { PASSING } from "../rules/names.ts";
import { isMinusOne } from "./comparisons.ts";
import { regexSource } from "./error-code.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { methodNamed, methodOf, putsIn } from "./library/lookup.ts";
import { functionGiven } from "./shells.ts";
import {
  type Call,
  constantNumber,
  constantText,
  constantValue,
  isCall,
  isMember,
  isNothing,
  memberName,
  pathOf,
  unwrap,
} from "./syntax.ts";

/**
 * Whether every element of a list passes a test, those aside that are empty or that the list, or another one of scopes,
 * has already: `s`, `s !== ""`, `!seen.has(s)`, `all.indexOf(s) === i`.
 *
 * @param element the path of what is tested (see `pathOf`)
 */
export function passesAllThere(code: Code, test: Node, element: string, depth = 0): boolean {
  const node = unwrap(test);
  const passes = (inner: Node) => passesAllThere(code, inner, element, depth + 1);
  const drops = (inner: Node) => dropsOnlyGone(code, inner, element, depth + 1);
  if (depth > 12) return false;
  if (isOf(code, node, element)) return true;
  switch (node.type) {
    case "BooleanLiteral":
    case "NumericLiteral":
      return Boolean(node.value);
    case "UnaryExpression":
      return node.operator === "!" && drops(node.argument);
    case "LogicalExpression":
      return node.operator === "&&" ? passes(node.left) && passes(node.right) : passes(node.left) || passes(node.right);
    case "ConditionalExpression":
      if (isFalse(node.consequent)) return drops(node.test) && passes(node.alternate);
      if (isFalse(node.alternate)) return passes(node.test) && passes(node.consequent);
      return passes(node.consequent) && passes(node.alternate);
    // `seen[s] = true`
    case "AssignmentExpression":
      return passes(node.right);
    case "BinaryExpression":
      return comparesFor(code, node, element, true);
    case "CallExpression":
    case "OptionalCallExpression":
      return callPasses(code, node, element, depth);
    default:
      return false;
  }
}

/** Whether only elements pass a test that are empty or are in a list of scopes already. */
export function dropsOnlyGone(code: Code, test: Node, element: string, depth = 0): boolean {
  const node = unwrap(test);
  const passes = (inner: Node) => passesAllThere(code, inner, element, depth + 1);
  const drops = (inner: Node) => dropsOnlyGone(code, inner, element, depth + 1);
  if (depth > 12) return false;
  switch (node.type) {
    case "BooleanLiteral":
    case "NumericLiteral":
      return !node.value;
    case "UnaryExpression":
      return node.operator === "!" && passes(node.argument);
    case "LogicalExpression":
      return node.operator === "&&" ? drops(node.left) || drops(node.right) : drops(node.left) && drops(node.right);
    case "BinaryExpression":
      return comparesFor(code, node, element, false);
    case "MemberExpression":
      return node.computed && isOf(code, node.property, element);
    case "CallExpression":
    case "OptionalCallExpression": {
      const [value] = node.arguments;
      const name = isMember(node.callee) ? memberName(code, node.callee) : undefined;
      if (!value || !isMember(node.callee)) return false;
      return (
        (name === "has" || name === "includes") && isOf(code, value, element) && isGathering(code, node.callee.object)
      );
    }
    default:
      return false;
  }
}

/** `false`, and a minifier's `!1`. */
const isFalse = (node: Node): boolean => {
  const value = unwrap(node);
  if (value.type === "UnaryExpression") return value.operator === "!" && isTrue(value.argument);
  return value.type === "BooleanLiteral" && !value.value;
};

const isTrue = (node: Node): boolean => {
  const value = unwrap(node);
  return (value.type === "BooleanLiteral" || value.type === "NumericLiteral") && Boolean(value.value);
};

/** Whether an expression is an element, or what tells whether there is any of it: its length, its text without blanks. */
export function isOf(code: Code, expression: Node, element: string): boolean {
  return elementIn(code, expression) === element;
}

/** The path of what a value is: of `s.trim().length`, that of `s`. */
export function elementIn(code: Code, expression: Node): string | undefined {
  const node = unwrap(expression);
  const method = isCall(node) ? methodOf(code, node.callee) : undefined;
  if (isCall(node) && isMember(node.callee) && method?.isEmptyAlike && method.gives === "text")
    return elementIn(code, node.callee.object);
  if (isMember(node) && memberName(code, node) === "length") return elementIn(code, node.object);
  return pathOf(code, node);
}

const SWAPPED: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** The scope that asks for a refresh token, and no access (OpenID Connect Core 1.0, section 11). */
const NO_ACCESS = "offline_access";

/** Whether a comparison holds for all that are there (or, else, only for what is gone). */
function comparesFor(code: Code, node: Node & { type: "BinaryExpression" }, element: string, there: boolean): boolean {
  const { left, operator, right } = node;
  return (
    (left.type !== "PrivateName" && tells(code, left, operator, right, element, there)) ||
    (left.type !== "PrivateName" && tells(code, right, SWAPPED[operator] ?? operator, left, element, there))
  );
}

function tells(code: Code, one: Node, operator: string, other: Node, element: string, there: boolean): boolean {
  const subject = unwrap(one);
  const limit = unwrap(other);
  const isEqual = /^===?$/.test(operator);
  const isUnequal = /^!==?$/.test(operator);
  if (subject.type === "UnaryExpression" && subject.operator === "typeof" && isOf(code, subject.argument, element)) {
    const text = constantText(code, limit);
    if (text === "string") return there ? isEqual : isUnequal;
    return text === "undefined" && (there ? isUnequal : isEqual);
  }
  if (isOf(code, subject, element)) {
    const isZero = constantNumber(code, limit) === 0;
    if (constantText(code, limit) === NO_ACCESS) return there ? isUnequal : isEqual;
    if (isZero || isNothing(limit) || constantText(code, limit)?.trim() === "")
      return there ? isUnequal || (operator === ">" && isZero) : isEqual || (operator === "<=" && isZero);
    return constantNumber(code, limit) === 1 && operator === (there ? ">=" : "<");
  }
  if (!isPositionOf(code, subject, element)) return false;
  if (isMinusOne(limit)) return there ? isEqual : isUnequal || operator === ">";
  if (constantNumber(code, limit) === 0) return operator === (there ? "<" : ">=");
  // The first of its like: `all.indexOf(s) === i`.
  return limit.type === "Identifier" && (there ? isEqual : isUnequal);
}

/** `list.indexOf(element)` of a list of scopes. */
function isPositionOf(code: Code, node: Node, element: string): boolean {
  if (!isCall(node) || !isMember(node.callee) || !node.arguments[0]) return false;
  const name = memberName(code, node.callee) ?? "";
  return (
    methodNamed(name)?.gives === "position" &&
    isOf(code, node.arguments[0], element) &&
    isGathering(code, node.callee.object)
  );
}

/** Whether a list is not one of constants, which has elements that are to be left out: a name, or made of a field. */
function isGathering(code: Code, list: Node): boolean {
  const node = unwrap(list);
  if (isCall(node)) return isMember(node.callee) && isGathering(code, node.callee.object);
  if (isMember(node)) return true;
  const value = node.type === "Identifier" ? constantValue(code, node) : undefined;
  if (node.type !== "Identifier") return false;
  return !value || !holdsConstants(code, value);
}

/** Whether a list is made of texts that stand in the code. */
function holdsConstants(code: Code, list: Node): boolean {
  const node = unwrap(list);
  if (node.type === "NewExpression") return node.arguments.some((each) => holdsConstants(code, each));
  return (
    node.type === "ArrayExpression" && node.elements.some((each) => each && constantText(code, each) !== undefined)
  );
}

function callPasses(code: Code, call: Call, element: string, depth: number): boolean {
  const [value] = call.arguments;
  if (!value || value.type === "SpreadElement") return false;
  const callee = unwrap(call.callee);
  // `/\S/.test(s)`
  if (isMember(callee) && regexSource(code, callee.object)?.replace(/\\S|[\^$+.]/g, "") === "")
    return memberName(code, callee) === "test" && isOf(code, value, element);
  if (!isOf(code, value, element)) return false;
  // What is put into a list or Set, to know it again.
  if (putsIn(methodOf(code, callee))) return true;
  const target = calledFunction(code, call);
  if (target) return predicatePasses(code, target, depth + 1);
  return callee.type === "Identifier" && PASSING.test(callee.name);
}

/** Whether the function that a list is filtered with lets every element pass that is there, and not there twice. */
export function predicatePasses(code: Code, predicate: Node, depth = 0): boolean {
  const target = functionGiven(code, predicate);
  if (target) return returnsPassing(code, target, depth);
  const name = unwrap(predicate);
  const path = pathOf(code, name)?.split(".").at(-1)?.replace(/@.*/, "");
  return path !== undefined && (/^(?:Boolean|String)$/.test(path) || PASSING.test(path));
}

function returnsPassing(code: Code, target: FunctionNode, depth: number): boolean {
  const [first] = target.params;
  const parameter = first?.type === "AssignmentPattern" ? first.left : first;
  const element = parameter?.type === "Identifier" ? code.bindings.resolve(parameter)?.id : undefined;
  if (element === undefined) return false;
  const returned = returnedValues(code, target) ?? [];
  return (
    returned.length > 0 &&
    returned.every(({ value }) => {
      if (!value) return false;
      if (passesAllThere(code, value, element, depth + 1)) return true;
      return isFalse(value) && isUnderGone(code, value, target, element, depth);
    })
  );
}

/** `if (seen.has(s)) return false`. */
export function isUnderGone(code: Code, node: Node, limit: FunctionNode, element: string, depth = 0): boolean {
  let child = node;
  for (const parent of code.tree.ancestors(node)) {
    if (parent === limit || isFunction(parent)) return false;
    if (parent.type === "IfStatement" || parent.type === "ConditionalExpression") {
      if (child === parent.consequent && dropsOnlyGone(code, parent.test, element, depth + 1)) return true;
      if (child === parent.alternate && passesAllThere(code, parent.test, element, depth + 1)) return true;
    }
    child = parent;
  }
  return false;
}
