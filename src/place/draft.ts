import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  type Stats,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { codeOf } from "./error-code.ts";

/** The name of a draft: hidden, no source file's, short enough beside any name, and saying which process writes it. */
const DRAFT = /^\.step-up-union-(\d+)-[0-9a-f]+\.tmp$/;

/**
 * Writes a file's new content beside it, whole and flushed to the disk, with the file's permissions and, as far as this
 * user may, its owner.
 *
 * By hand: `write-file-atomic` takes a write that a full disk cut short for a whole one, and puts the truncated text in
 * the file's place.
 *
 * @param folder absolute
 * @param like the file that the draft is to replace; a new one gets what this process gives its files
 * @returns the draft's absolute path
 * @throws if it cannot be written; then there is no draft
 */
export function writeDraft(folder: string, content: Uint8Array, like?: Stats): string {
  const path = join(folder, `.step-up-union-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  const descriptor = openSync(path, "wx", like ? 0o600 : 0o666);
  try {
    try {
      for (let at = 0; at < content.length; ) at += writeSync(descriptor, content, at);
      if (like) {
        const isOwned = keepOwner(descriptor, like);
        fchmodSync(descriptor, like.mode & (isOwned ? 0o7777 : 0o777));
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Gives the draft to the file's owner and group, else to its group; false where this user may not. */
function keepOwner(descriptor: number, { uid, gid }: Stats): boolean {
  const own = fstatSync(descriptor);
  if (own.uid === uid && own.gid === gid) return true;
  if (mayChange(() => fchownSync(descriptor, uid, gid))) return true;
  mayChange(() => fchownSync(descriptor, -1, gid));
  return false;
}

function mayChange(change: () => void): boolean {
  try {
    change();
    return true;
  } catch {
    return false;
  }
}

/**
 * Removes what runs that were killed left in a folder. What cannot be removed stays: nothing reads it.
 *
 * @param folder absolute
 */
export function removeAbandonedDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const writer = DRAFT.exec(name)?.[1];
    if (writer === undefined || isRunning(Number(writer))) continue;
    mayChange(() => rmSync(join(folder, name), { force: true }));
  }
}

/** Whether another process has this number. Our own writes one draft at a time, and waits for it. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
