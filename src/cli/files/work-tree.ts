import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { foldersUp } from "../../place/folders.ts";

/**
 * The folder in which git keeps what belongs to the whole repository whose work tree a folder is the root of.
 *
 * @param folder absolute
 * @returns undefined where the folder is not the root of a work tree
 */
export function repositoryAt(folder: string): string | undefined {
  const own = join(folder, ".git");
  const stats = statsOf(own);
  if (stats?.isDirectory()) return isRepository(own) ? own : undefined;
  if (!stats?.isFile()) return undefined;
  // The work tree of a submodule, or one that `git worktree add` made.
  const [, target] = /^gitdir: (.+)$/m.exec(textOf(own) ?? "") ?? [];
  if (target === undefined) return undefined;
  const linked = resolve(folder, target);
  if (!isRepository(linked)) return undefined;
  const common = textOf(join(linked, "commondir"))?.trim();
  return common ? resolve(linked, common) : linked;
}

/** The root of the work tree that a folder lies in, itself included; undefined where it lies in none. */
export function workTreeRoot(folder: string): string | undefined {
  for (const at of foldersUp(folder)) if (repositoryAt(at) !== undefined) return at;
  return undefined;
}

/** The text of the repository's own ignore file; undefined where there is none. */
export function excludesOf(repository: string): string | undefined {
  return textOf(join(repository, "info", "exclude"));
}

/**
 * The text of the `.gitignore` of a folder. Like git, it does not follow a link there.
 *
 * @returns undefined where there is none
 * @throws the file system's error where it cannot be read
 */
export function gitignoreIn(folder: string): string | undefined {
  const path = join(folder, ".gitignore");
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : undefined;
}

function isRepository(folder: string): boolean {
  return statsOf(join(folder, "HEAD"))?.isFile() ?? false;
}

function textOf(path: string): string | undefined {
  try {
    return statsOf(path)?.isFile() ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
