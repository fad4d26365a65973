import type { LeftOut } from "../../config/user-patterns.ts";
import type { Failure, Problem } from "../../model/outcome.ts";

/** Which files a run looks at. */
export interface SelectionRequest extends LeftOut {
  /**
   * Files, folders and glob patterns, absolute or from the working folder, as they were given; one that begins with `!`
   * subtracts from the others. A path that exists is never read as a pattern.
   */
  readonly paths: readonly string[];
  /** Whether `.gitignore` files and `.git/info/exclude` count. */
  readonly gitignore: boolean;
}

/** A file that a run looks at. */
export interface SelectedFile {
  /** Absolute. */
  readonly path: string;
  /** Its path from the working folder, with slashes. */
  readonly file: string;
}

/** Where a selection says what it could not do, and what it passed over. */
export interface Notice {
  failure(failure: Failure): void;
  remark(problem: Problem): void;
}

/** A notice that says each thing once. */
export function sayingOnce(notice: Notice): Notice {
  const said = new Set<string>();
  const isNew = (problem: Problem) => {
    const key = `${problem.file ?? ""}\n${problem.message}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  };
  return {
    failure: (failure) => {
      if (isNew(failure)) notice.failure(failure);
    },
    remark: (problem) => {
      if (isNew(problem)) notice.remark(problem);
    },
  };
}
