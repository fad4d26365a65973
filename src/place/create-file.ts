import { closeSync, linkSync, mkdirSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { removeAbandonedDrafts, writeDraft } from "./draft.ts";
import { codeOf } from "./error-code.ts";
import { replaceFile } from "./replace-file.ts";

/** What file systems answer that have no hard links. */
const NO_LINKS = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EXDEV", "EMLINK", "EACCES"]);

/**
 * Creates a file, and the folders on the way to it, with all its content in one step. May be called for one file by many
 * processes at once.
 *
 * @param path absolute
 * @returns false if there is one by now, which stays as it is
 * @throws if it cannot be written
 */
export function createFile(path: string, text: string): boolean {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  removeAbandonedDrafts(folder);
  const draft = writeDraft(folder, Buffer.from(text));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    if (code !== undefined && NO_LINKS.has(code)) return createWithoutLinks(draft, path);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The second best, without hard links: an empty file keeps the place, so that nothing is overwritten, and the draft
 * replaces it. Others may see the file before its content, and wait for it.
 */
function createWithoutLinks(draft: string, path: string): boolean {
  try {
    closeSync(openSync(path, "wx"));
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    replaceFile(draft, path);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
