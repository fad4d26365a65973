import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, indexFrom, isLoop, type Node, startOf } from "../parse/tree.ts";
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
    const next = firstAfter(code.bindings.writes(binding) ?? [], endOf(test));
    if (!next) continue;
    if (startOf(next) < startOf(target) || runningIn(code, test) !== runningIn(code, target)) return true;
    if (isInLoopWithout(code, target, code.bindings.writes(binding) ?? [], test)) return true;
  }
  return false;
}

/** Of some nodes in source order, the first that begins after an offset. */
const firstAfter = (nodes: readonly Node[], offset: number): Node | undefined => nodes[indexFrom(nodes, offset + 1)];

const steady = (code: Code) => code.answers.about<Facts, boolean>(steady);

/** Whether facts hold at any later node alike, because nothing that their tests looked at is written after them. */
export function isSteady(code: Code, facts: Facts): boolean {
  if (facts === NOTHING || isNever(facts)) return true;
  const known = steady(code).get(facts);
  if (known !== undefined) return known;
  const found = facts.tests.every(({ node, subject }) => !subject || !isWrittenAfter(code, subject, node));
  steady(code).set(facts, found);
  return found;
}

function isWrittenAfter(code: Code, subject: Node, test: Node): boolean {
  return rootNames(subject).some((identifier) => {
    const binding = code.bindings.resolve(identifier);
    return binding && firstAfter(code.bindings.writes(binding) ?? [], endOf(test)) !== undefined;
  });
}

/** The function in whose run a node runs: one called in place runs with the function around it. */
function runningIn(code: Code, node: Node): FunctionNode | undefined {
  const around = code.tree.functionAround(node);
  const call = around && code.tree.parent(around);
  const isInPlace = call?.type === "CallExpression" && call.callee === around;
  return isInPlace ? runningIn(code, call) : around;
}

/** Whether a loop holds both the target and a later write, but not the test: a second round has another value. */
function isInLoopWithout(code: Code, target: Node, writes: readonly Node[], test: Node): boolean {
  for (const ancestor of code.tree.ancestors(target)) {
    if (!isLoop(ancestor) || covers(ancestor, test)) continue;
    const write = firstAfter(writes, Math.max(endOf(test), startOf(ancestor) - 1));
    if (write && endOf(write) <= endOf(ancestor)) return true;
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
