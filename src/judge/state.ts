import type * as t from "@babel/types";
import { setterOf } from "../find/accessors.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";

/** What a site stands in: a function, or a module at its top. */
export type Surroundings = FunctionNode | t.Program;

/** What runs when a function, or a module, does. */
export const bodyOf = (around: Surroundings): Node => (around.type === "Program" ? around : around.body);

/** How many calls deep state is followed into the methods of the file: `if (this.tried(header)) … this.mark(header)`. */
export const MOST_CALLS = 2;
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
export function functionRunBy(code: Code, node: Node): FunctionNode | undefined {
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
export function assignedIn(left: Node): Node[] {
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
export function isStatement(code: Code, call: Call): boolean {
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
