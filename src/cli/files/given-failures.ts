import { readdirSync, type Stats, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { nearMiss } from "../../model/near-miss.ts";
import type { Failure } from "../../model/outcome.ts";
import { CHECKED_EXTENSIONS } from "../../place/file-kinds.ts";
import { foldersUp, namesBelow } from "../../place/folders.ts";
import { shownPath, slashed } from "../../place/shown-path.ts";
import type { Passed, Tally } from "./folder.ts";

/**
 * A given path, or the folder of a given pattern, that does not exist, with what was probably meant.
 *
 * @param given as it was given
 * @param path absolute: what does not exist
 */
export function missing(given: string, path: string, workingFolder: string): Failure {
  const file = slashed(given);
  const isWhole = path === resolve(workingFolder, given);
  const what = isWhole ? "There is no such file or folder." : `There is no folder ${shownPath(workingFolder, path)}.`;
  const near = probablyMeant(given, path, workingFolder);
  const hint = near === undefined ? "Check the path; it counts from the working folder." : `Did you mean ${near}?`;
  return { kind: "unreadable", file, message: `${what} ${hint}` };
}

/** What is there under a similar name: the first part of the path that does not exist is compared with its neighbours. */
function probablyMeant(given: string, path: string, workingFolder: string): string | undefined {
  const withSlashes = resolve(workingFolder, given.replaceAll("\\", "/"));
  if (given.includes("\\") && isThere(withSlashes)) return shownPath(workingFolder, withSlashes);
  for (const folder of foldersUp(dirname(path))) {
    if (!isThere(folder)) continue;
    const [first = "", ...rest] = namesBelow(folder, path);
    const others = namesIn(folder).filter((name) => name !== first);
    const near = nearMiss(first, others);
    if (near === undefined) return undefined;
    const whole = join(folder, near, ...rest);
    return shownPath(workingFolder, isThere(whole) ? whole : join(folder, near));
  }
  return undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** A named pipe, a socket or a device, which is never opened: reading one can wait for ever. */
export function notAFile(file: string, stats: Pick<Stats, "isFIFO" | "isSocket">): Failure {
  return { kind: "unreadable", file, message: `${specialKind(stats)}; only files and folders are read.` };
}

/** "This is a named pipe" and the like. */
export function specialKind(stats: Pick<Stats, "isFIFO" | "isSocket">): string {
  return `This is a ${stats.isFIFO() ? "named pipe" : stats.isSocket() ? "socket" : "device"}`;
}

const EXTENSIONS = CHECKED_EXTENSIONS.join(", ");

/** A given path or pattern that led to no file that can be checked, and why. */
export function nothingMatched(given: string, isPattern: boolean, tally: Tally): Failure {
  const file = slashed(given);
  return { kind: "nothing-matched", file, message: causeOf(isPattern, tally) };
}

/** A file that was named, and has none of the eight extensions. */
export function wrongExtension(file: string): Failure {
  return { kind: "nothing-matched", file, message: `Its extension is none of those that are checked: ${EXTENSIONS}.` };
}

/** A given path that the user's own patterns leave out. */
export function leftOut(given: string, by: "ignore-pattern" | "excluded"): Failure {
  const message =
    by === "ignore-pattern"
      ? "It is left out by an ignore pattern, of the command line or the configuration. Drop the path or the pattern."
      : "It is left out by a path or pattern with !. Drop one of the two.";
  return { kind: "nothing-matched", file: slashed(given), message };
}

/** Why nothing was found and what helps, in the order in which they are the likeliest cause. */
const CAUSES: readonly (readonly [Passed, string])[] = [
  ["gitignore", "What could be checked here is ignored by .gitignore or .git/info/exclude; --no-ignore checks it."],
  [
    "ignore-pattern",
    "What could be checked here is left out by an ignore pattern, of the command line or the configuration; drop the path or the pattern.",
  ],
  ["excluded", "What could be checked here is left out by a path or pattern with !; drop one of the two."],
  ["declaration", "Only declaration files are here; one is checked if it is named itself."],
  ["node_modules", "Only installed packages are here; one is checked if its folder in node_modules is named."],
  ["extension", `No file here has an extension that is checked: ${EXTENSIONS}.`],
  ["no-file", "Only symbolic links and special files are here; name what the links lead to."],
];

/** What a pattern was not held against, and how it is. */
const UNSEARCHED: readonly (readonly [Passed, string])[] = [
  ["node_modules", "node_modules (name it in the pattern)"],
  ["gitignore", "what .gitignore or .git/info/exclude leaves out (--no-ignore)"],
  ["ignore-pattern", "what an ignore pattern leaves out"],
  ["excluded", "what a path or pattern with ! leaves out"],
];

function causeOf(isPattern: boolean, { passed, unsearched }: Tally): string {
  const [, cause] = CAUSES.find(([reason]) => passed.has(reason)) ?? [];
  if (cause !== undefined) return cause;
  if (!isPattern) return "Nothing is here; name a folder with sources.";
  const others = UNSEARCHED.flatMap(([reason, what]) => (unsearched.has(reason) ? [what] : []));
  const rest = others.length > 0 ? ` Not searched: ${others.join(", ")}.` : "";
  return `No file matches this pattern; patterns count from the working folder.${rest}`;
}
