import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { roleOf } from "./calls.ts";
import type { Candidate } from "./find.ts";
import { type Call, isCall, isMember, pathOf, unwrap } from "./syntax.ts";

/** The calls of some code by the paths (see `pathOf`) of what they are given, whole or in an object literal. */
type CallsByPath = ReadonlyMap<string | undefined, readonly Call[]>;

const known = new WeakMap<Node, CallsByPath>();

/**
 * The calls that may be given what a sink keeps, the object that keeps it or the challenged scope: those that share a
 * path with it, and those around it. In source order, the outer one first.
 */
export function callsLike(code: Code, owner: Node, candidate: Candidate): Call[] {
  const calls = callsByPath(code, owner);
  const sink = unwrap(candidate.target);
  const paths = new Set<string | undefined>([
    candidate.path,
    ...(isMember(sink) ? [pathOf(code, sink.object)] : []),
    ...(candidate.holder ? [pathOf(code, candidate.holder)] : []),
    ...candidate.alternatives.flatMap(({ challenged }) => (challenged && pathOf(code, challenged)) ?? []),
  ]);
  const found = new Set<Call>([...paths].flatMap((path) => calls.get(path) ?? []));
  for (const ancestor of code.tree.ancestors(candidate.node)) {
    if (isCall(ancestor) && roleOf(code, ancestor) !== "telling") found.add(ancestor);
    if (ancestor === owner) break;
  }
  return [...found].sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || (b.end ?? 0) - (a.end ?? 0));
}

function callsByPath(code: Code, owner: Node): CallsByPath {
  const read = known.get(owner);
  if (read) return read;
  const found = new Map<string | undefined, Call[]>();
  code.tree.walk(owner, (node) => {
    if (!isCall(node) || roleOf(code, node) === "telling") return undefined;
    for (const path of new Set(node.arguments.flatMap((argument) => pathsGiven(code, argument)))) {
      const calls = found.get(path);
      if (calls) calls.push(node);
      else found.set(path, [node]);
    }
    return undefined;
  });
  known.set(owner, found);
  return found;
}

function pathsGiven(code: Code, argument: Node): (string | undefined)[] {
  const record = unwrap(argument);
  if (record.type !== "ObjectExpression") return [pathOf(code, record)];
  return record.properties.flatMap((property) => {
    if (property.type === "ObjectMethod") return [];
    return [pathOf(code, property.type === "SpreadElement" ? property.argument : property.value)];
  });
}
