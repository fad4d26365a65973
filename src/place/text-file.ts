import { readFileSync } from "node:fs";

/**
 * The text of a file without a byte order mark.
 *
 * @param path absolute
 * @returns undefined where there is no file that can be read
 */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch {
    return undefined;
  }
}
