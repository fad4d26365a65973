import { dirname, join } from "node:path";
import { isWithin, namesBelow } from "./folders.ts";
import { tsconfigsFor } from "./tsconfig.ts";

/**
 * The folder at the top of a package's sources: the `rootDir` of the file's tsconfig, else the first folder of the
 * file's path below the package; the package itself for a file that lies directly in it.
 *
 * @param file absolute
 * @param packageRoot the folder of the package that holds the file, absolute
 */
export function sourceRoot(file: string, packageRoot: string): string {
  for (const { rootDir } of tsconfigsFor(file)) {
    if (rootDir !== undefined && isWithin(packageRoot, rootDir) && isWithin(rootDir, file)) return rootDir;
  }
  const [first] = namesBelow(packageRoot, dirname(file));
  return first === undefined ? packageRoot : join(packageRoot, first);
}
