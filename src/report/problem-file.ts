import type { Failure, Outcome, Problem } from "../model/outcome.ts";

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
export type PlacedFailure = Failure & { readonly file: string };

/** The path of what is about the whole run, where everything must have one: the working folder. */
const WHOLE_RUN = ".";

/** All failures, for formats in which everything has a path: without one, a failed run would look like a clean one. */
export const placedFailures = ({ failures }: Pick<Outcome, "failures">): PlacedFailure[] =>
  failures.map((failure) => ({ ...failure, file: WHOLE_RUN, ...problemFile(failure) }));
