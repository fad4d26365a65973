import { isUtf8 } from "node:buffer";
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { removeAbandonedDrafts, writeDraft } from "./draft.ts";
import { codeOf } from "./error-code.ts";
import { replaceFile } from "./replace-file.ts";

/** Why a file was left as it is. */
export type RefusalReason =
  /** It is not what was read any more. */
  | "changed"
  | "vanished"
  /** Its permissions forbid writing. They are not changed, whoever runs this. */
  | "read-only"
  /** Its bytes are not the UTF-8 form of any text, so that writing would change more than the edits say. */
  | "not-utf-8"
  /** The disk is full, the folder cannot be written to, or the like. */
  | "unwritable";

/** That a file was left as it is, and why. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** A sentence about "it", the file, and what to do. */
  readonly message: string;
}

/**
 * Replaces a file by a new text, at once and only if it still is what was read. At every moment, and whatever ends the
 * process, the file holds the old text or the new one. Its permissions stay, and its owner where this user may say so;
 * extended attributes and access lists do not.
 *
 * A symbolic link stays, and the file that it leads to is replaced. Of a file with several names (hard links) the one
 * that is given gets the new text, and the others keep the old: they may be a package manager's store, which other
 * projects share.
 *
 * Between the last look at the file and its replacement lies one system call; what another program writes just then is
 * lost.
 *
 * @param path absolute
 * @param before the text that was read, byte order mark included
 * @param after the new text
 * @returns nothing when the file is replaced; else why it was left as it is
 */
export function applyFile(path: string, before: string, after: string): Refusal | undefined {
  let draft: string | undefined;
  try {
    const target = realpathSync(path);
    const found = statSync(target);
    const refusal = refusalOf(target, found, before);
    if (refusal) return refusal;
    const folder = dirname(target);
    removeAbandonedDrafts(folder);
    draft = writeDraft(folder, Buffer.from(after), found);
    // Once more, since writing takes time: this is the look that counts.
    const late = refusalOf(target, statSync(target), before);
    if (late) return late;
    replaceFile(draft, target);
    draft = undefined;
    flushFolder(folder);
    return undefined;
  } catch (error) {
    return refusalFor(error);
  } finally {
    if (draft !== undefined) rmSync(draft, { force: true });
  }
}

/**
 * Why `applyFile` would leave a file as it is, so far as that can be told without writing.
 *
 * @param path absolute
 * @param before the text that was read, byte order mark included
 */
export function refusalToReplace(path: string, before: string): Refusal | undefined {
  try {
    const target = realpathSync(path);
    return refusalOf(target, statSync(target), before);
  } catch (error) {
    return refusalFor(error);
  }
}

function refusalOf(target: string, found: Stats, before: string): Refusal | undefined {
  if (!found.isFile()) return CHANGED;
  if ((found.mode & 0o222) === 0 || !mayWrite(target)) {
    return {
      reason: "read-only",
      message: "It is read-only, and was left as it is. Make it writable (chmod u+w), and run again.",
    };
  }
  const bytes = readFileSync(target);
  if (bytes.equals(Buffer.from(before))) return undefined;
  if (!isUtf8(bytes)) {
    return {
      reason: "not-utf-8",
      message: "It is not in UTF-8, and was left as it is. Convert it (iconv -t UTF-8), and run again.",
    };
  }
  return CHANGED;
}

const CHANGED: Refusal = {
  reason: "changed",
  message: "It changed after it was read, and was left as it is. Run again.",
};

function mayWrite(target: string): boolean {
  try {
    accessSync(target, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function refusalFor(error: unknown): Refusal {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") {
    return { reason: "vanished", message: "It is not there any more. Run again without it." };
  }
  const detail = code === "ENOSPC" || code === "EDQUOT" ? "there is no room left on its disk." : String(error);
  return { reason: "unwritable", message: `It cannot be replaced, and was left as it is: ${detail}` };
}

/** Makes the new name last through a power failure, where a folder can be flushed: not on every system. */
function flushFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // The file is whole either way.
  }
}
