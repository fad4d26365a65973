import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { holdsErrorCode } from "../../parse/text-test.ts";
import { codeOf } from "../../place/error-code.ts";
import { hasCheckedExtension, isComponentFile } from "../../place/file-kinds.ts";
import { asPrefix } from "../../place/shown-path.ts";
import { unreadable } from "../../place/system-error.ts";
import type { Descent } from "./descent.ts";
import type { Folder, Tally } from "./folder.ts";
import { specialKind } from "./given-failures.ts";
import { readSource } from "./read-source.ts";
import type { Notice, SelectedFile } from "./selection.ts";

/**
 * The files below a folder: its own first, then those of its folders, each by name. Nothing is read before it is asked
 * for, and no depth is too much.
 *
 * By hand: `globby` does not know `.git/info/exclude`, and applies the rules of a repository to those within it;
 * `ignore-walk` knows no rule from above. Both say nothing of what they pass over. `git ls-files` needs a repository,
 * and git.
 *
 * @param tally what was passed over is counted there
 */
export function* walk(
  start: Folder,
  descent: Descent,
  notice: Notice,
  tally: Tally,
): Generator<SelectedFile & { readonly real: string }> {
  const waiting = [start];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const entries = entriesOf(next, notice, tally);
    const folder = descent.open(next, (name) => entries.some((entry) => entry.name === name));
    const folders: Folder[] = [];
    for (const entry of entries) {
      const { name } = entry;
      const isFolder = entry.isDirectory();
      if (!isFolder && !entry.isFile()) {
        tally.pass("no-file", folder, name, false);
        if (!entry.isSymbolicLink()) remarkSpecial(entry, folder, notice);
        continue;
      }
      const found = isFolder ? descent.folderIn(folder, name) : descent.fileIn(folder, name);
      if (typeof found === "string") tally.pass(found, folder, name, isFolder);
      else if (isGarbled(folder, name)) tally.failed = reportGarbled(folder, name, notice);
      else if (isFolderFound(found)) folders.push(found);
      else if (isComponentFile(name)) {
        tally.pass("extension", folder, name, false);
        remarkComponent(found, notice);
      } else yield found;
    }
    while (folders.length > 0) waiting.push(folders.pop() as Folder);
  }
}

function isFolderFound<File extends SelectedFile>(found: Folder | File): found is Folder {
  return "gitignore" in found;
}

function entriesOf(folder: Folder, notice: Notice, tally: Tally): Dirent[] {
  try {
    return readdirSync(folder.path, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    const shown = folder.file.replace(/(.)\/$/, "$1") || ".";
    const { message } = unreadable(shown, error);
    if (codeOf(error) === "ENOENT") {
      notice.remark({ file: shown, message: "This folder vanished during the run, and was passed over." });
      return [];
    }
    notice.failure({ kind: "unreadable", file: shown, message });
    tally.failed = true;
    return [];
  }
}

function remarkSpecial(entry: Dirent, folder: Folder, notice: Notice): void {
  if (!hasCheckedExtension(entry.name)) return;
  notice.remark({ file: folder.file + entry.name, message: `${specialKind(entry)}, and was passed over.` });
}

/** A component is no file that is checked; one in which a step-up may be handled is named. */
function remarkComponent({ path, file }: SelectedFile, notice: Notice): void {
  const source = readSource(path, file);
  if ("failure" in source || !holdsErrorCode(source.text)) return;
  const name = file.slice(file.lastIndexOf("/") + 1);
  const message = `It holds the error code of a challenge, but the scripts of components are not read. Check its script by --stdin --stdin-filename ${name}.ts`;
  notice.remark({ file, message });
}

/** Node shows bytes of a name that are not UTF-8 as U+FFFD; under that name the file cannot be opened. */
function isGarbled(folder: Folder, name: string): boolean {
  if (!name.includes("\ufffd")) return false;
  return lstatSync(asPrefix(folder.path) + name, { throwIfNoEntry: false }) === undefined;
}

function reportGarbled(folder: Folder, name: string, notice: Notice): true {
  const message = "Its name is not valid UTF-8, so it cannot be opened; rename it, or ignore it.";
  notice.failure({ kind: "unreadable", file: folder.file + name, message });
  return true;
}
