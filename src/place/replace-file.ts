import { renameSync } from "node:fs";
import { codeOf } from "./error-code.ts";
import { sleep } from "./sleep.ts";

/** What Windows answers while another program, such as a virus scanner or an editor, has the file open. */
const IN_USE = new Set(["EPERM", "EACCES", "EBUSY"]);

/** How long to wait before each new try, in milliseconds: two seconds in all. */
const PAUSES = [10, 20, 50, 100, 200, 300, 400, 400, 500];

/**
 * Puts a file in the place of another, or where there is none. On Windows it is tried again for a while where another
 * program has one of them open; elsewhere such an answer is about rights, and stays.
 *
 * @param from absolute
 * @param to absolute, in the same folder
 * @throws the file system's error, of the last try
 */
export function replaceFile(
  from: string,
  to: string,
  { platform = process.platform as string, rename = renameSync, wait = sleep } = {},
): void {
  for (const pause of platform === "win32" ? PAUSES : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!IN_USE.has(codeOf(error) ?? "")) throw error;
      wait(pause);
    }
  }
  rename(from, to);
}
