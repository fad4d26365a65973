import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** What `explain` is asked about: a path, or a line of a file. */
export interface ExplainTarget {
  readonly path: string;
  /** 1-based; absent for everything that the path leads to. */
  readonly line?: number;
}

/**
 * Reads `file:line` and `file:line:column`, as reports and editors write them. A path that exists is a path, whatever it
 * looks like.
 *
 * @param workingFolder absolute
 */
export function explainTarget(text: string, workingFolder: string): ExplainTarget {
  const [, path = "", line] = /^(.+?):(\d+)(?::\d+)?$/s.exec(text) ?? [];
  if (line === undefined || existsSync(resolve(workingFolder, text))) return { path: text };
  return { path, line: Number(line) };
}
