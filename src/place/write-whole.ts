import { realpathSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { removeAbandonedDrafts, writeDraft } from "./draft.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * Creates or replaces a file, whole or not at all. A symbolic link stays, and the file that it leads to is replaced.
 *
 * @param path absolute
 * @throws the file system's errors; then the file is as it was
 */
export function writeWhole(path: string, text: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  const target = found ? realpathSync(path) : path;
  const folder = dirname(target);
  removeAbandonedDrafts(folder);
  const draft = writeDraft(folder, Buffer.from(text), found);
  try {
    replaceFile(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
