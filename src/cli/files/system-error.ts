import type { Failure } from "../../model/outcome.ts";

/** The code of an error of the file system, such as `ENOENT`; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const MEANINGS: Readonly<Record<string, string>> = {
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
  return { kind: "unreadable", file, message: (code && MEANINGS[code]) ?? `It cannot be read: ${said}` };
}
