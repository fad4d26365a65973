import type { Range } from "../src/model/site.ts";

/** The error code as a string of its own: `"insufficient_scope"`, in any quotes. */
const ERROR_CODE = /(["'`])insufficient_scope\1/g;

/** An assignment to a field whose name ends in scope. */
const ASSIGNMENT = /\.(#?[\w$]*scopes?)\s*=(?![=>])/gi;

/** How far below the error code an assignment is looked for: twice what the SDK's transport puts between the two. */
const REACH = 1500;

/**
 * A plain text search for what descends from the SDK's transport, to hold the engine to: the offsets of assignments to
 * a scope soon after the literal `insufficient_scope` that no site covers.
 *
 * @param sites what the engine found in the same text
 */
export function textMatches(source: string, sites: readonly Range[]): number[] {
  const offsets = new Set<number>();
  for (const code of source.matchAll(ERROR_CODE)) {
    for (const assignment of source.slice(code.index, code.index + REACH).matchAll(ASSIGNMENT)) {
      offsets.add(code.index + assignment.index);
    }
  }
  const isCovered = (offset: number) => sites.some(({ start, end }) => start <= offset && offset < end);
  return [...offsets].filter((offset) => !isCovered(offset)).sort((a, b) => a - b);
}
