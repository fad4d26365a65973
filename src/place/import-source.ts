import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { relativeModule } from "./folders.ts";

/** TypeScript sources stand behind imports that end in the extension of their output, or in none. */
const SOURCES = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", "/index.ts", "/index.js"];

/**
 * The module that a file imports the helper from. One path has to serve files in many folders: a relative one that
 * leads nowhere from the importing file, but to a file from the working folder, is turned into the former's terms.
 * Everything else is taken as it is given.
 *
 * @param given what the user named: a package, an alias or a path
 * @param importer absolute
 * @param workingFolder absolute
 */
export function importSource(given: string, importer: string, workingFolder: string): string {
  const folder = dirname(importer);
  if (!/^\.{1,2}\//.test(given) || leadsToFile(resolve(folder, given))) return given;
  const target = resolve(workingFolder, given);
  return leadsToFile(target) ? relativeModule(folder, target) : given;
}

function leadsToFile(path: string): boolean {
  const bare = path.replace(/\.([cm]?)jsx?$/, ".$1ts");
  return SOURCES.some((ending) => existsSync(path + ending)) || existsSync(bare);
}
