import { getterOf } from "../find/accessors.ts";
import { authorizationCalls } from "../find/authorization.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { meets } from "../find/kinds.ts";
import { isMember, pathOf } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, type Node, startOf } from "../parse/tree.ts";
import { runsOf } from "./runs.ts";
import { assignedIn, bodyOf, MOST_CALLS, type Surroundings } from "./state.ts";

/**
 * The offsets at which a handler turns to another provider, or whatever else an expression tells: by another value for
 * its variable or field, for an object that holds it, or for what a getter chooses it by; itself, or, up to the
 * authorization call, by a function of the file.
 */
export function changesOf(code: Code, candidate: Candidate, expression: Node, around: Surroundings): readonly number[] {
  const paths = new Set(readFor(code, expression, 0));
  const asking = authorizationCalls(code, candidate)
    .filter((call) => covers(bodyOf(around), call) && startOf(call) >= startOf(candidate.node))
    .map(startOf);
  const asked = Math.min(...asking);
  const isAnswered = (node: Node) => meets(factsAt(code, node).kinds, candidate.facts.kinds);
  const found: number[] = [];
  code.tree.walkOwn(bodyOf(around), (node) => {
    const isOwn = isGiven(code, node, paths);
    const mayRun = !isOwn && startOf(node) < asked && runsOf(code, node).some(({ target }) => target !== around);
    // What holds at a node is asked last: it costs more than the rest.
    const isChange = isOwn || (mayRun && changes(code, node, paths, 0) && isAnswered(node));
    if (isChange) found.push(startOf(node));
    return undefined;
  });
  return found;
}

/** The paths that are read to get at a provider: the objects that hold it, and what getters look at. */
export function readFor(code: Code, expression: Node, depth: number): string[] {
  const found: string[] = [];
  code.tree.walk(expression, (node) => {
    const path = node.type === "Identifier" || isMember(node) ? pathOf(code, node) : undefined;
    if (path !== undefined) found.push(path);
    const getter = isMember(node) && depth < MOST_CALLS ? getterOf(code, node) : undefined;
    if (getter) found.push(...readFor(code, getter.body, depth + 1));
    return undefined;
  });
  return found;
}

/** Whether a node gives one of some paths another value, itself or in a function that it runs. */
export function changes(
  code: Code,
  node: Node,
  paths: ReadonlySet<string>,
  depth: number,
  gives: typeof isGiven = isGiven,
): boolean {
  if (gives(code, node, paths)) return true;
  if (depth >= MOST_CALLS) return false;
  let found = false;
  for (const { target } of runsOf(code, node)) {
    code.tree.walkOwn(target.body, (inner) => {
      found ||= changes(code, inner, paths, depth + 1, gives);
      return !found;
    });
  }
  return found;
}

export function isGiven(code: Code, node: Node, paths: ReadonlySet<string>): boolean {
  if (node.type !== "AssignmentExpression" && node.type !== "UpdateExpression") return false;
  const targets = node.type === "UpdateExpression" ? [node.argument] : assignedIn(node.left);
  return targets.some((target) => paths.has(pathOf(code, target) ?? ""));
}
