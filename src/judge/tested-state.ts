import { getterOf } from "../find/accessors.ts";
import { calleeName } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { destructuredNames } from "../find/patterns.ts";
import { type Call, isCall, isMember, pathOf } from "../find/syntax.ts";
import { isPropertyName } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, isFunction, type Node, startOf } from "../parse/tree.ts";

import { bodyOf, isStatement, MOST_CALLS, type Surroundings } from "./state.ts";

/** The first read of one of some paths, before an offset, in a test on the way to a site. */
export function firstTestOf(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  paths: Set<string>,
  before: number,
): Node | undefined {
  let first: Node | undefined;
  const isOfSite = around.type !== "Program" && covers(around, candidate.node);
  const { tests, byPath } = testsIn(code, around);
  const touched = new Set([...paths].flatMap((path) => byPath.get(path) ?? []));
  for (const index of [...touched].sort((a, b) => a - b)) {
    const { node, reads } = tests[index] as Test;
    if (isOfSite && startOf(node) >= endOf(candidate.node)) break;
    const read = [...reads].find(([path]) => paths.has(path))?.[1];
    if (!read || startOf(read) >= before || (first && startOf(first) <= startOf(read))) continue;
    if (meets(factsAt(code, read).kinds, candidate.facts.kinds)) first = read;
  }
  return first;
}

/** What is read of each path: the first read in a test. */
type Reads = ReadonlyMap<string, Node>;

interface Test {
  /** The node that decides. */
  readonly node: Node;
  readonly reads: Reads;
}

/** The tests in a function in source order, and the positions of those that read a path. */
interface Tests {
  readonly tests: readonly Test[];
  readonly byPath: ReadonlyMap<string, readonly number[]>;
}

const testsKnown = new WeakMap<Surroundings, Tests>();

function testsIn(code: Code, around: Surroundings): Tests {
  const known = testsKnown.get(around);
  if (known) return known;
  const tests: Test[] = [];
  const byPath = new Map<string, number[]>();
  for (const node of code.tree.own(bodyOf(around), ...DECIDING)) {
    const parent = code.tree.parent(node);
    // The left side of a chain is looked at with the chain.
    const isInChain = parent?.type === "LogicalExpression" && parent.left === node;
    const isAssertion = isCall(node) && isStatement(code, node) && mayThrow(code, node);
    const test = isAssertion ? node : isInChain ? undefined : testOf(node);
    if (!test) continue;
    const reads = readsIn(code, test, 0);
    for (const path of reads.keys()) {
      const positions = byPath.get(path);
      if (positions) positions.push(tests.length);
      else byPath.set(path, [tests.length]);
    }
    tests.push({ node, reads });
  }
  const found = { tests, byPath };
  testsKnown.set(around, found);
  return found;
}

/** The nodes that decide: those for which `testOf` knows a test, and calls, which may throw. */
const DECIDING = [
  "IfStatement",
  "ConditionalExpression",
  "WhileStatement",
  "ForStatement",
  "ForOfStatement",
  "SwitchStatement",
  "LogicalExpression",
  "AssignmentExpression",
  "CallExpression",
  "OptionalCallExpression",
] as const;

/** Whether a call is there to throw where something does not hold: `assert(!this.busy)`, `this.refuseWhileBusy()`. */
function mayThrow(code: Code, call: Call): boolean {
  if (/^(?:assert|invariant|ensure)/i.test(calleeName(code, call) ?? "")) return true;
  const target = calledFunction(code, call);
  return target !== undefined && code.tree.own(target.body, "ThrowStatement").length > 0;
}

/** The expression on which a node decides. */
function testOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
    case "WhileStatement":
    case "ForStatement":
      return node.test;
    case "ForOfStatement":
      return node.right;
    case "SwitchStatement":
      return node.discriminant;
    case "LogicalExpression":
      return node.left;
    case "AssignmentExpression":
      // `pending ??= …` tests and marks at once.
      return /^(?:\?\?|\|\||&&)=$/.test(node.operator) ? node.left : undefined;
    default:
      return undefined;
  }
}

/** @param depth how many copies and calls lie between a test and what is looked at */
function readsIn(code: Code, test: Node, depth: number): Reads {
  const reads = new Map<string, Node>();
  const add = (path: string, read: Node) => {
    if (!reads.has(path)) reads.set(path, read);
  };
  code.tree.walk(test, (node) => {
    if (isFunction(node)) return false;
    const parent = code.tree.parent(node);
    if (isPropertyName(node, parent)) return false;
    if (parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.left === node) return false;
    const path = node.type === "Identifier" || isMember(node) ? pathOf(code, node) : undefined;
    if (path !== undefined) add(path, node);
    if (depth <= MOST_CALLS) for (const [behind, read] of readsBehind(code, node, depth)) add(behind, read);
    return undefined;
  });
  return reads;
}

/** What is read by a copy of the state, which is as old as its making, or by a method that is asked. */
function readsBehind(code: Code, node: Node, depth: number): readonly (readonly [string, Node])[] {
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    const declaration = binding?.declaration;
    if (!binding || declaration?.type !== "VariableDeclarator" || !declaration.init || isFunction(declaration.init))
      return [];
    const [name] = destructuredNames(code, declaration.id, binding);
    const copied = name === undefined ? [] : [[`${pathOf(code, declaration.init)}.${name}`, declaration] as const];
    return [...copied, ...readsIn(code, declaration.init, depth + 1)];
  }
  const asked = isCall(node) ? calledFunction(code, node) : getterOf(code, node);
  return asked ? [...readsIn(code, asked.body, depth + 1).keys()].map((path) => [path, node] as const) : [];
}
