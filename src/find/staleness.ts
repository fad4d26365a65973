import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { endOf, type FunctionNode, isLoop, type Node, startOf } from "../parse/tree.ts";
import { type Facts, isNever, NOTHING } from "./facts.ts";
import { unwrap } from "./syntax.ts";

/** Facts about names that are written to between their test and a node no longer hold there. */
export function stillTrue(code: Code, facts: Facts, target: Node): Facts {
  if (facts === NOTHING || isNever(facts) || facts.tests.length === 0) return facts;
  const stale = facts.tests.some(({ node, subject }) => subject && isRewritten(code, subject, node, target));
  return stale ? { ...NOTHING, present: facts.present, absent: facts.absent } : facts;
}

/** Whether a name that a test looked at may have another value at a later node. */
function isRewritten(code: Code, subject: Node, test: Node, target: Node): boolean {
  for (const identifier of rootNames(subject)) {
    const binding = code.bindings.resolve(identifier);
    if (!binding) continue;
    const writes = code.bindings.writes(binding);
    if (!writes) continue;
    const isElsewhere = runningIn(code, test) !== runningIn(code, target);
    for (const write of writes) {
      if (startOf(write) <= endOf(test)) continue;
      if (startOf(write) < startOf(target) || isElsewhere) return true;
      if (isInLoopWithout(code, target, write, test)) return true;
    }
  }
  return false;
}

/** The function in whose run a node runs: one called in place runs with the function around it. */
function runningIn(code: Code, node: Node): FunctionNode | undefined {
  const around = code.tree.functionAround(node);
  const call = around && code.tree.parent(around);
  const isInPlace = call?.type === "CallExpression" && call.callee === around;
  return isInPlace ? runningIn(code, call) : around;
}

/** Whether a loop holds both the target and a write, but not the test: a second round comes with another value. */
function isInLoopWithout(code: Code, target: Node, write: Node, test: Node): boolean {
  for (const ancestor of code.tree.ancestors(target)) {
    if (!isLoop(ancestor)) continue;
    const holds = (node: Node) => startOf(ancestor) <= startOf(node) && endOf(node) <= endOf(ancestor);
    if (holds(write) && !holds(test)) return true;
  }
  return false;
}

/** The identifiers from which an expression reads. */
function rootNames(expression: Node): t.Identifier[] {
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier":
      return [node];
    case "MemberExpression":
    case "OptionalMemberExpression":
      return rootNames(node.object);
    case "CallExpression":
    case "OptionalCallExpression":
      return [node.callee, ...node.arguments].flatMap((part) => rootNames(part));
    case "LogicalExpression":
      return [...rootNames(node.left), ...rootNames(node.right)];
    case "ObjectPattern":
    case "ArrayPattern":
      return boundNames(node);
    default:
      return [];
  }
}
