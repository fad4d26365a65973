import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Failure } from "../../model/outcome.ts";
import { foldersUp } from "../../place/folders.ts";
import { shownPath } from "../../place/shown-path.ts";

/** What Yarn writes beside the lock file where packages stay in archives (Plug'n'Play), in versions 2 and newer. */
const LOADERS = [".pnp.cjs", ".pnp.js"];

/**
 * Where the packages of checked code are in archives, of which nobody can say without Yarn's own code what they hold.
 *
 * @param folders of the checked files, absolute
 * @param workingFolder absolute; what reported paths are relative to
 * @returns one for each project of that kind
 */
export function packedFailures(folders: Iterable<string>, workingFolder: string): Failure[] {
  const found = [...folders].flatMap((folder) => loaderAbove(folder) ?? []);
  return [...new Set(found)].sort().map((loader) => ({
    kind: "usage",
    file: shownPath(workingFolder, loader),
    message:
      "The installed packages are in zip archives (Yarn Plug'n'Play), which are not read. " +
      "Check a copy that `yarn patch <package>` hands out (docs/fix.md has the commands that keep a fix of it), install " +
      "them with `nodeLinker: node-modules` for this check, or leave out --fail-on-dependencies.",
  }));
}

function loaderAbove(folder: string): string | undefined {
  for (const at of foldersUp(folder)) {
    const loader = LOADERS.map((name) => join(at, name)).find((path) => existsSync(path));
    if (loader) return loader;
    if (existsSync(join(at, "node_modules"))) return undefined;
  }
  return undefined;
}
