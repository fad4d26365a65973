import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** A line of a file. */
export interface LinePlace {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** What a command is asked about: a path, or a line of a file. */
export interface FileTarget {
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
export function fileTarget(text: string, workingFolder: string): FileTarget {
  const [, path = "", line] = /^(.+?):(\d+)(?::\d+)?$/s.exec(text) ?? [];
  if (line === undefined || existsSync(resolve(workingFolder, text))) return { path: text };
  return { path, line: Number(line) };
}
