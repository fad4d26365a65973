import type { Failure } from "../model/outcome.ts";
import { codeOf } from "./error-code.ts";

const MEANINGS_OF_READING: Readonly<Record<string, string>> = {
  EACCES: "Permission denied; let the user that runs this read it, or leave it out.",
  EPERM: "Permission denied; let the user that runs this read it, or leave it out.",
  EISDIR: "This is a folder, not a file.",
  ENOENT: "It is not there any more; something removed it during the run. Run again.",
  ENOTDIR: "A part of its path is a file, not a folder.",
  ENAMETOOLONG: "Its path is longer than this system allows; start the run in a folder nearer to it.",
  ELOOP: "Its symbolic links lead in a circle; mend or remove them.",
  EMFILE: "Too many files are open; raise the limit (ulimit -n), or lower --concurrency.",
  ENFILE: "Too many files are open on this machine; run again when it is less busy.",
  EIO: "The disk or the network drive could not be read; run again, and check the drive if it stays.",
};

/**
 * A file or folder that could not be read.
 *
 * @param file from the working folder, with slashes
 */
export function unreadable(file: string, error: unknown): Failure {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  return { kind: "unreadable", file, message: (code && MEANINGS_OF_READING[code]) ?? `It cannot be read: ${said}` };
}

const MEANINGS_OF_WRITING: Readonly<Record<string, string>> = {
  ENOENT: "Its folder does not exist; create it, or name another file.",
  ENOTDIR: "A part of its path is a file, not a folder; name another file.",
  EISDIR: "This is a folder; name a file in it.",
  EACCES: "Permission denied; name a file where the user that runs this may write.",
  EPERM: "Permission denied; name a file where the user that runs this may write.",
  EROFS: "It lies where nothing can be written; name another file.",
  ENOSPC: "The disk is full; make room on it, or name another file.",
  EDQUOT: "The disk is full; make room on it, or name another file.",
  ENAMETOOLONG: "Its path is longer than this system allows; name another file.",
  ELOOP: "Its symbolic links lead in a circle; name another file.",
};

/**
 * A file that an option names and that could not be written.
 *
 * @param file from the working folder, with slashes
 * @param what what it was to hold
 */
export function unwritable(file: string, what: "report" | "baseline", error: unknown): Failure {
  const said = error instanceof Error ? error.message : String(error);
  const detail = MEANINGS_OF_WRITING[codeOf(error) ?? ""] ?? `${said}.`;
  return { kind: "unreadable", file, message: `The ${what} cannot be written. ${detail}` };
}
