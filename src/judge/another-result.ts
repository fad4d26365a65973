import type { Test } from "../find/facts.ts";
import { calledFunction } from "../find/functions.ts";
import { type Call, isCall, isMember, onlyValue, pathOf, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

const MOST_STEPS = 8;

/**
 * The call whose result was tested, where a challenged scope is of the result of another call of the same function, which
 * was given something else: `first.kind`, and `second.scope`.
 */
export function ofAnotherResult(code: Code, value: Node, tests: readonly Test[]): Node | undefined {
  const made = resultOf(code, value, 0);
  const target = made && calledFunction(code, made);
  if (!target) return undefined;
  return tests
    .map(({ node }) => unwrap(node))
    .find(
      (call) => isCall(call) && call !== made && calledFunction(code, call) === target && !isAlike(code, made, call),
    );
}

/** Whether two calls are given the same, as far as it has a name. */
function isAlike(code: Code, one: Call, other: Call): boolean {
  if (one.arguments.length !== other.arguments.length) return false;
  return one.arguments.every((argument, index) => {
    const path = pathOf(code, argument);
    const given = other.arguments[index];
    return path !== undefined && given && path === pathOf(code, given);
  });
}

/** The call of which a value is the result, or a part of it. */
function resultOf(code: Code, value: Node, depth: number): Call | undefined {
  const node = unwrap(value);
  const next = (inner: Node) => resultOf(code, inner, depth + 1);
  if (depth > MOST_STEPS) return undefined;
  if (isMember(node)) return next(node.object);
  if (node.type === "AwaitExpression") return next(node.argument);
  if (isCall(node)) return node;
  if (node.type === "LogicalExpression") return next(node.left);
  if (node.type !== "Identifier") return undefined;
  const declaration = code.bindings.resolve(node)?.declaration;
  const isTaken = declaration?.type === "VariableDeclarator" && /Pattern$/.test(declaration.id.type);
  const held = isTaken ? declaration.init : onlyValue(code, node);
  return held ? next(held) : undefined;
}
