import { authorizationCalls } from "../../find/authorization.ts";
import { factsAt } from "../../find/dominance.ts";
import type { Candidate } from "../../find/find.ts";
import { usesOf } from "../../find/functions.ts";
import { constantValue, isMember, isNeverWritten, isNothing, pathOf, unwrap } from "../../find/syntax.ts";
import { isThisMember } from "../../find/this.ts";
import { wayBetween } from "../../find/ways.ts";
import type { Code } from "../../parse/code.ts";
import { covers, endOf, isFunction, type Node, startOf } from "../../parse/tree.ts";
import { changes, isGiven, readFor } from "../changes.ts";
import { runsOf } from "../runs.ts";
import { bodyOf, type Surroundings } from "../state.ts";
import { type Frame, frameOfBinding, outlives } from "./frames.ts";

/**
 * Where a handler turns to another server, account or resource along with the scope: what the sink held was asked of
 * the one before. It does so itself, by a function that it runs before it asks, or in the code that calls it.
 */
export function replacementOf(code: Code, memory: Candidate, home: Frame, asked: Node): Node | undefined {
  const paths = lastingPaths(code, home, asked);
  if (paths.size === 0) return undefined;
  const around = code.tree.functionAround(memory.node) ?? code.tree.program;
  const here = replacedBefore(code, around, paths, askingAfter(code, memory, around), memory.node);
  if (here || !isFunction(around)) return here;
  for (const mention of usesOf(code, around)?.mentions ?? []) {
    const caller = covers(around, mention) ? undefined : code.tree.functionAround(mention);
    // A constructor replaces nothing of what it makes.
    const isMaking = caller?.type === "ClassMethod" && caller.kind === "constructor";
    const found = !isMaking && caller && replacedBefore(code, caller, paths, startOf(mention), mention);
    if (found) return found;
  }
  return undefined;
}

/** The paths that an expression reads and that last as long as the sink. */
export function lastingPaths(code: Code, home: Frame, asked: Node): ReadonlySet<string> {
  const node = unwrap(asked);
  const held = (node.type === "Identifier" && constantValue(code, node)) || node;
  const found = new Set<string>();
  const roots: string[] = [];
  code.tree.walk(held, (inner) => {
    const binding = inner.type === "Identifier" && !isKey(code, inner) ? code.bindings.resolve(inner) : undefined;
    if (!binding || !/^(?:variable|parameter)$/.test(binding.kind)) return undefined;
    if (!outlives(frameOfBinding(code, binding), home)) return undefined;
    roots.push(`${binding.id}.`);
    if (!isNeverWritten(code, binding)) found.add(binding.id);
    return undefined;
  });
  for (const path of readFor(code, held, 0))
    if (isThisMember(path) || roots.some((root) => path.startsWith(root))) found.add(path);
  return found;
}

/** Whether an identifier names a property, and no variable. */
function isKey(code: Code, identifier: Node): boolean {
  const parent = code.tree.parent(identifier);
  if (isMember(parent)) return parent.property === identifier && !parent.computed;
  return parent?.type === "ObjectProperty" && parent.key === identifier && !parent.computed && !parent.shorthand;
}

/** Where the handler asks: up to there, what is asked may be replaced. */
function askingAfter(code: Code, memory: Candidate, around: Surroundings): number {
  const body = bodyOf(around);
  const calls = authorizationCalls(code, memory)
    .filter((call) => covers(body, call) && startOf(call) >= startOf(memory.node))
    .map(startOf);
  return Math.min(endOf(body), ...calls);
}

function replacedBefore(
  code: Code,
  around: Surroundings,
  paths: ReadonlySet<string>,
  until: number,
  site: Node,
): Node | undefined {
  let found: Node | undefined;
  code.tree.walkOwn(bodyOf(around), (node) => {
    if (found || startOf(node) >= until) return false;
    const mayRun = /^(?:Optional)?CallExpression$|^AssignmentExpression$/.test(node.type);
    if (!mayRun || runsOf(code, node).some(({ target }) => target === around)) return undefined;
    const [first, second] = startOf(node) < startOf(site) ? [node, site] : [site, node];
    if (changes(code, node, paths, 0, isReplaced) && wayBetween(code, first, second)) found = node;
    return !found;
  });
  return found;
}

/** Whether a node puts another value in the place of one that is there. */
export function isReplaced(code: Code, node: Node, paths: ReadonlySet<string>): boolean {
  if (node.type !== "AssignmentExpression" || !isGiven(code, node, paths)) return false;
  if (node.operator !== "=" || isNothing(node.right)) return false;
  const path = pathOf(code, node.left);
  // What is given only while there is none is given once.
  const parent = code.tree.parent(node);
  const isMade = parent?.type === "LogicalExpression" && parent.right === node && parent.operator !== "&&";
  return !isMade && !(path !== undefined && factsAt(code, node).absent.includes(path));
}
