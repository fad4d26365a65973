import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { relativeModule } from "./folders.ts";
import { PlacementError } from "./placement-error.ts";

/** TypeScript sources stand behind imports that end in the extension of their output, or in none. */
const SOURCES = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", "/index.ts", "/index.js"];

/**
 * The module that a file imports the helper from. One path has to serve files in many folders: a relative one that
 * leads nowhere from the importing file, but to a file from the working folder, is turned into the former's terms. A
 * package or an alias is taken as it is given.
 *
 * @param given what the user named: a package, an alias or a path
 * @param importer absolute
 * @param workingFolder absolute
 * @throws {PlacementError} if a relative path leads to no file: the import would be broken
 */
export function importSource(given: string, importer: string, workingFolder: string): string {
  const folder = dirname(importer);
  if (!/^\.{1,2}\//.test(given) || leadsToFile(resolve(folder, given))) return given;
  const target = resolve(workingFolder, given);
  if (leadsToFile(target)) return relativeModule(folder, target);
  throw new PlacementError(
    `The helper cannot be imported from ${given}: no file is there, neither from ${folder} nor from ${workingFolder}. Write it first, or name another module by --helper-source.`,
  );
}

function leadsToFile(path: string): boolean {
  const bare = path.replace(/\.([cm]?)jsx?$/, ".$1ts");
  return SOURCES.some((ending) => existsSync(path + ending)) || existsSync(bare);
}
