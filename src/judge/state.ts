import type * as t from "@babel/types";
import { getterOf, setterOf } from "../find/accessors.ts";
import { calleeName } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { destructuredNames } from "../find/patterns.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import { type Binding, isPropertyName } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";

/** What a site stands in: a function, or a module at its top. */
export type Surroundings = FunctionNode | t.Program;

/** What runs when a function, or a module, does. */
export const bodyOf = (around: Surroundings): Node => (around.type === "Program" ? around : around.body);

/** How many calls deep state is followed into the methods of the file: `if (this.tried(header)) … this.mark(header)`. */
const MOST_CALLS = 2;
const CHANGING = /^(?:add|set|push|delete|clear|unshift)$/;

/** The paths of fields and outer variables that a handler, or a function that it calls, writes to after an offset. */
export function stateChangedAfter(code: Code, candidate: Candidate, around: Surroundings, at: number): Set<string> {
  const changed = new Set<string>();
  for (const { node, paths } of changesOf(code, around)) {
    if (endOf(node) <= at || paths.every((path) => changed.has(path))) continue;
    if (meets(factsAt(code, node).kinds, candidate.facts.kinds)) for (const path of paths) changed.add(path);
  }
  return changed;
}

/** A node of a function that changes state, by itself or by what it calls. */
interface StateChange {
  readonly node: Node;
  readonly paths: readonly string[];
}

const changes = new WeakMap<Surroundings, readonly StateChange[]>();

function changesOf(code: Code, around: Surroundings): readonly StateChange[] {
  const known = changes.get(around);
  if (known) return known;
  const found: StateChange[] = [];
  code.tree.walkOwn(bodyOf(around), (node) => {
    const paths = pathsChangedBy(code, around, node, 0);
    if (paths.length > 0) found.push({ node, paths });
    return undefined;
  });
  changes.set(around, found);
  return found;
}

/** The first write to a path, in a handler or a function that it calls, after an offset. */
export function firstChangeOf(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  path: string,
  at: number,
): Node | undefined {
  let first: Node | undefined;
  for (const { node, paths } of changesOf(code, around)) {
    if (endOf(node) <= at || (first && startOf(first) <= startOf(node))) continue;
    const isChange = startOf(node) >= at && paths.includes(path);
    if (isChange && meets(factsAt(code, node).kinds, candidate.facts.kinds)) first = node;
  }
  return first;
}

function pathsChangedBy(code: Code, around: Surroundings, node: Node, depth: number): string[] {
  const own = targetsChangedBy(code, node).flatMap((target) => statePath(code, around, target) ?? []);
  if (depth >= MOST_CALLS) return own;
  const called = functionRunBy(code, node);
  if (isCall(node) && (!called || called === around)) return [...own, ...objectCalled(code, around, node)];
  if (called) {
    code.tree.walkOwn(called.body, (inner) => {
      own.push(...pathsChangedBy(code, called, inner, depth + 1));
      return undefined;
    });
  }
  return own;
}

/** The function that runs at once where a node does: one that is called, a promise's executor, a setter. */
function functionRunBy(code: Code, node: Node): FunctionNode | undefined {
  if (isCall(node)) return calledFunction(code, node);
  if (node.type === "AssignmentExpression") return setterOf(code, node.left);
  const [executor] = node.type === "NewExpression" ? node.arguments : [];
  return executor && isFunction(executor) ? executor : undefined;
}

const CHANGED_FIRST = /^(?:Object\.(?:assign|defineProperty)|Reflect\.(?:set|deleteProperty|defineProperty))$/;

function targetsChangedBy(code: Code, node: Node): Node[] {
  if (node.type === "AssignmentExpression") return assignedIn(node.left);
  if (node.type === "UpdateExpression") return [node.argument];
  if (node.type === "UnaryExpression") return node.operator === "delete" ? [node.argument] : [];
  if (!isCall(node) || !isMember(node.callee)) return [];
  if (CHANGING.test(memberName(code, node.callee) ?? "")) return [node.callee.object];
  return CHANGED_FIRST.test(pathOf(code, node.callee) ?? "") ? node.arguments.slice(0, 1) : [];
}

/** What an assignment's left side gives a value to: the side itself, or the members and names in a pattern. */
function assignedIn(left: Node): Node[] {
  switch (left.type) {
    case "ArrayPattern":
      return left.elements.flatMap((element) => (element ? assignedIn(element) : []));
    case "ObjectPattern":
      return left.properties.flatMap((part) => assignedIn(part.type === "RestElement" ? part.argument : part.value));
    case "AssignmentPattern":
      return assignedIn(left.left);
    case "RestElement":
      return assignedIn(left.argument);
    default:
      return [left];
  }
}

/** Whether a call stands by itself, in a minifier's sequence too. */
function isStatement(code: Code, call: Call): boolean {
  const parent = code.tree.parent(call);
  return parent?.type === "ExpressionStatement" || parent?.type === "SequenceExpression";
}

const LOGGING = /^(?:log|debug|info|warn|error|trace|fatal)$/;

/** An object kept in a field or outside, on which a method of another file is called without waiting for it, may change. */
function objectCalled(code: Code, around: Surroundings, call: Call): string[] {
  if (!isStatement(code, call) || !isMember(call.callee) || LOGGING.test(memberName(code, call.callee) ?? ""))
    return [];
  const { object } = call.callee;
  const name = unwrap(object);
  const path = statePath(code, around, object);
  const isKept = isThisMember(path) || (name.type === "Identifier" && code.bindings.resolve(name)?.kind === "variable");
  return path !== undefined && isKept ? [path] : [];
}

/** The path of an expression that other runs of the function see too. */
function statePath(code: Code, around: Surroundings, expression: Node): string | undefined {
  let root = unwrap(expression);
  if (isMember(root)) {
    while (isMember(root)) root = unwrap(root.object);
  } else if (root.type !== "Identifier") return undefined;
  const path = pathOf(code, expression);
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  if (!binding || isThisMember(path) || !covers(around, binding.scope)) return path;
  const isLocal = binding.scope !== around && !isFound(binding);
  return isLocal || root === unwrap(expression) ? undefined : path;
}

/** Whether a local variable may hold an object that was there before: `const session = this.sessions.get(id)`. */
function isFound({ declaration }: Binding): boolean {
  const init = declaration.type === "VariableDeclarator" && declaration.init ? unwrap(declaration.init) : undefined;
  const isTaken = declaration.type === "VariableDeclarator" && declaration.id.type === "ObjectPattern";
  if (isTaken && init && (isMember(init) || init.type === "ThisExpression")) return true;
  return isCall(init) || init?.type === "LogicalExpression" || init?.type === "ConditionalExpression";
}

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
