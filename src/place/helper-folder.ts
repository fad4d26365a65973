import { join } from "node:path";
import { entriesOf, moduleNames } from "./file-name.ts";
import { isPublicByWildcard } from "./public-files.ts";
import { sourceRoot } from "./source-root.ts";

/** Folders in which packages keep what several of their modules use, those first that say that it is nobody else's. */
const GROUPS = ["internal", "_internal", "utils", "util", "helpers", "shared", "common", "lib"];

/** So many folders show how a package names its files. */
const MOST_FOLDERS = 50;

/** Where the helper of a package may lie. */
export interface HelperFolders {
  /** The one for a new file, absolute. */
  readonly chosen: string;
  /** All in which an earlier run may have put it, the chosen one first. */
  readonly all: readonly string[];
  /** Those whose files show how the package names its own, the chosen one first: others speak where it is silent. */
  readonly siblings: readonly (readonly string[])[];
}

/**
 * The folder for a package's helper: where its sources have a folder for what several modules use, that one, else their
 * root. What the package makes public by a wildcard comes last, since the helper is nobody else's.
 *
 * @param importer the file that needs the helper, absolute
 * @param packageRoot the folder of its package, absolute
 * @param name the helper's file without its extension
 */
export function helperFolders(importer: string, packageRoot: string, name: string): HelperFolders {
  const root = sourceRoot(importer, packageRoot);
  const groups = GROUPS.map((group) => join(root, group)).filter((folder) => moduleNames(folder).length > 0);
  const all = [...groups, root];
  const chosen = all.find((folder) => !isPublicByWildcard(join(folder, name), root, packageRoot)) ?? groups[0] ?? root;
  return {
    chosen,
    all: [chosen, ...all.filter((folder) => folder !== chosen)],
    siblings: [[chosen], [root], foldersIn(root)],
  };
}

/** The folders in a folder that may hold sources, at most so many. */
function foldersIn(folder: string): string[] {
  const names = entriesOf(folder).filter((name) => /^[^.]+$/.test(name) && name !== "node_modules");
  return names.slice(0, MOST_FOLDERS).map((name) => join(folder, name));
}
