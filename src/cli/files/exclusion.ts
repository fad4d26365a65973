import { lstatSync } from "node:fs";
import { resolve } from "node:path";
import { asPrefix, slashed } from "../../place/shown-path.ts";
import { type Glob, readGlob } from "./glob.ts";

/** A path or a pattern that was given with a `!` in front: what it matches is left out, with all below. */
export type Exclusion = (path: string, isFolder: boolean) => boolean;

/**
 * @param pattern without its `!`
 * @param workingFolder absolute
 */
export function readExclusion(pattern: string, workingFolder: string): Exclusion {
  const literal = resolve(workingFolder, pattern);
  const read = exists(literal) ? literal : readGlob(pattern, workingFolder);
  return typeof read === "string" ? (path) => path === read : matching(read);
}

function matching(glob: Glob): Exclusion {
  const prefix = asPrefix(glob.folder);
  return (path, isFolder) => path.startsWith(prefix) && glob.matches(slashed(path.slice(prefix.length)), isFolder);
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
