import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { SCOPE_BEFORE } from "../rules/names.ts";
import { calledFunction } from "./functions.ts";
import { methodOf, picksByTest } from "./library/lookup.ts";
import { namesScope, originOf } from "./origins.ts";
import { type Call, constantText, constantValue, isCall, unwrap } from "./syntax.ts";

/** Whether what a callback makes of each element is its scope: `challenges.map((each) => each.scope)`. */
export function mapsToScope(code: Code, call: Call): boolean {
  const callback = call.arguments[0] && unwrap(call.arguments[0]);
  return isFunction(callback) && !callback.async && returnsScope(code, callback);
}

/** Whether a call picks what a test tells to be the scope, one or all: `parts.find(({ name }) => name === "scope")`. */
export function picksScope(code: Code, call: Call): boolean {
  const test = call.arguments[0] && unwrap(call.arguments[0]);
  if (!isFunction(test) || !picksByTest(methodOf(code, call.callee))) return false;
  const [only, ...others] = returnedFrom(code, test);
  return only !== undefined && others.length === 0 && tellsScope(code, only);
}

/** Whether a condition holds for what is named `scope` alone. */
function tellsScope(code: Code, condition: Node): boolean {
  const node = unwrap(condition);
  if (node.type === "LogicalExpression")
    return node.operator === "&&" && [node.left, node.right].some((side) => tellsScope(code, side));
  if (node.type === "BinaryExpression")
    return /^===?$/.test(node.operator) && [node.left, node.right].some((side) => namesScope(constantText(code, side)));
  if (!isCall(node) || methodOf(code, node.callee)?.tells !== "part") return false;
  return node.arguments.some((part) => SCOPE_BEFORE.test(constantText(code, part) ?? ""));
}

/** Whether what a function of this file gives is a scope by what it returns: the group of a pattern that looks for one. */
export function givesScope(code: Code, call: Call): boolean {
  const target = calledFunction(code, call);
  if (!target || target.async || target.generator) return false;
  const known = code.answers.about<FunctionNode, boolean>(givesScope);
  const found = known.get(target);
  if (found !== undefined) return found;
  // Until it is known, what a function makes of its own result is none.
  known.set(target, false);
  const isScope = !returnedFrom(code, target).some((value) => holdsMore(code, value, 0)) && returnsScope(code, target);
  known.set(target, isScope);
  return isScope;
}

const returnedFrom = (code: Code, target: FunctionNode): readonly Node[] =>
  target.body.type === "BlockStatement"
    ? code.tree.own(target.body, "ReturnStatement").flatMap(({ argument }) => argument ?? [])
    : [target.body];

/** More names than a value has. */
const MOST_NAMES = 4;

/** Whether a value is a record or a list of several things, of which the scope is but one. */
function holdsMore(code: Code, value: Node, depth: number): boolean {
  const node = unwrap(value);
  const next = (inner: Node) => holdsMore(code, inner, depth + 1);
  switch (node.type) {
    case "ObjectExpression":
    case "NewExpression":
      return true;
    case "ArrayExpression":
      return node.elements.length > 1;
    case "ConditionalExpression":
      return next(node.consequent) || next(node.alternate);
    case "LogicalExpression":
      return next(node.left) || next(node.right);
    case "Identifier": {
      const held = depth < MOST_NAMES ? constantValue(code, node) : undefined;
      return held !== undefined && next(held);
    }
    default:
      return false;
  }
}

function returnsScope(code: Code, target: FunctionNode): boolean {
  return returnedFrom(code, target).some((value) => originOf(code, value).namesScope);
}
