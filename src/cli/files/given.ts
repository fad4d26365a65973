import { lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Failure } from "../../model/outcome.ts";
import { codeOf } from "../../place/error-code.ts";
import { shownPath } from "../../place/shown-path.ts";
import { unreadable } from "../../place/system-error.ts";
import { Descent } from "./descent.ts";
import { readExclusion } from "./exclusion.ts";
import type { Folder } from "./folder.ts";
import { missing, notAFile } from "./given-failures.ts";
import { readGlob } from "./glob.ts";
import type { Notice, SelectionRequest } from "./selection.ts";
import { startFolder } from "./start.ts";

/** A given path that exists, or a pattern whose folder does. */
export type Given = { readonly given: string } & (
  | { readonly kind: "file"; readonly path: string; readonly real: string; readonly file: string }
  | { readonly kind: "folder"; readonly folder: Folder }
  /** It does not exist, or cannot be read. `path` is absolute; absent for a pattern. */
  | { readonly kind: "unusable"; readonly path?: string; readonly failure: Failure }
  /** A path or pattern of the user leaves it out. */
  | { readonly kind: "left-out"; readonly by: "ignore-pattern" | "excluded" }
);

/** The given paths, ready to be walked. */
export interface Plan {
  readonly descent: Descent;
  readonly given: Iterable<Given>;
}

/** Reads the given paths, each when its turn comes. What only subtracts does so from the working folder. */
export function planOf(request: SelectionRequest, notice: Notice): Plan {
  const isNegated = (path: string) => /^!(?!\()/.test(path) && !lookUp(resolve(request.workingFolder, path)).stats;
  const negated = request.paths.filter(isNegated);
  const wanted = request.paths.filter((path) => !negated.includes(path));
  const paths = wanted.length === 0 && negated.length > 0 ? ["."] : wanted;
  const exclusions = negated.map((path) => readExclusion(path.slice(1), request.workingFolder));
  const descent = new Descent(request, exclusions, notice);
  const reader = { request, descent };
  return { descent, given: readingAll(paths, reader) };
}

interface Reader {
  readonly request: SelectionRequest;
  readonly descent: Descent;
}

function* readingAll(paths: readonly string[], reader: Reader): Generator<Given> {
  for (const given of paths) yield read(given, reader);
}

function read(given: string, reader: Reader): Given {
  const { request } = reader;
  if (given === "") {
    const message = "An empty path was given; leave it out, or give . for this folder.";
    return { given, kind: "unusable", failure: { kind: "unreadable", message } };
  }
  const path = resolve(request.workingFolder, given);
  const found = lookUp(path);
  if (found.stats) return existing(given, path, found.stats, reader);
  const glob = readGlob(given, request.workingFolder);
  if (typeof glob !== "string") {
    const { stats } = lookUp(glob.folder);
    if (stats) return existing(given, glob.folder, stats, reader, glob);
    return { given, kind: "unusable", failure: missing(given, glob.folder, request.workingFolder) };
  }
  const unescaped = glob === path ? undefined : lookUp(glob).stats;
  if (unescaped) return existing(given, glob, unescaped, reader);
  const isMissing = found.error === undefined || ["ENOENT", "ENOTDIR"].includes(codeOf(found.error) ?? "");
  const file = shownPath(request.workingFolder, path);
  const failure = isMissing ? missing(given, path, request.workingFolder) : unreadable(file, found.error);
  return { given, kind: "unusable", path, failure };
}

function existing(
  given: string,
  path: string,
  stats: Stats,
  { request, descent }: Reader,
  glob?: Exclude<ReturnType<typeof readGlob>, string>,
): Given {
  const file = shownPath(request.workingFolder, path);
  let real: string;
  let kind = stats;
  try {
    real = realpathSync(path);
    if (kind.isSymbolicLink()) kind = statSync(real);
  } catch (error) {
    const dangling = stats.isSymbolicLink() && codeOf(error) === "ENOENT";
    const message = "This symbolic link leads to nothing; mend or remove it.";
    const failure: Failure = dangling ? { kind: "unreadable", file, message } : unreadable(file, error);
    return { given, kind: "unusable", path, failure };
  }
  const isFolder = kind.isDirectory();
  if (glob && !isFolder) return { given, kind: "unusable", failure: missing(given, path, request.workingFolder) };
  const by = descent.leavesOut(path, isFolder ? `${file}/` : file);
  if (by) return { given, kind: "left-out", by };
  if (isFolder) return { given, kind: "folder", folder: startFolder(path, real, glob, request, descent) };
  if (kind.isFile()) return { given, kind: "file", path, real, file };
  return { given, kind: "unusable", path, failure: notAFile(file, kind) };
}

/** What is at a path, links not followed: neither statistics nor an error where there is nothing. */
function lookUp(path: string): { readonly stats?: Stats | undefined; readonly error?: unknown } {
  try {
    return { stats: lstatSync(path, { throwIfNoEntry: false }) };
  } catch (error) {
    return { error };
  }
}
