import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * A path without symbolic links: that of the file that a module loader reads, and from which it resolves imports.
 *
 * @param path absolute; of what is not there, the folder counts, and where that is not there either, it stays as it is
 */
export function realPath(path: string): string {
  return followed(path) ?? join(followed(dirname(path)) ?? dirname(path), basename(path));
}

function followed(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
