import type { Failure, FailureKind, Outcome, Problem } from "../model/outcome.ts";

/**
 * The path that a problem is about, and the message without it; an option is no path, and belongs to the message.
 *
 * @returns the path as reports have it, not made safe; absent where it is about the whole run
 */
export function problemFile({ file, message }: Problem): { readonly file?: string; readonly message: string } {
  if (file === undefined) return { message };
  return /^--[a-z][a-z-]*$/.test(file) ? { message: `${file}: ${message}` } : { file, message };
}

/** A failure that has a path. */
export type FileFailure = Failure & { readonly file: string };

const OF_FILES: readonly FailureKind[] = ["unreadable", "syntax", "too-large", "crash"];

/**
 * The failures that are about a file under review, for formats in which everything has a path. The others fail the run
 * all the same, and stand on standard error.
 */
export function failuresOfFiles({ failures }: Pick<Outcome, "failures">): FileFailure[] {
  return failures.flatMap((failure) => {
    const { file } = problemFile(failure);
    return file === undefined || !OF_FILES.includes(failure.kind) ? [] : [{ ...failure, file }];
  });
}
