import type { Config } from "../../config/config.ts";
import type { Failure, Problem } from "../../model/outcome.ts";

/** Which files a run looks at. */
export interface SelectionRequest {
  /**
   * Files, folders and glob patterns, absolute or from the working folder, as they were given; one that begins with `!`
   * subtracts from the others. A path that exists is never read as a pattern.
   */
  readonly paths: readonly string[];
  /** Absolute. */
  readonly workingFolder: string;
  /** Lines of a `.gitignore` in the working folder; they hold for paths that are named, too. */
  readonly ignorePatterns: readonly string[];
  /** Lines of a `.gitignore` in another folder: of a configuration file, which may lie above the working folder. */
  readonly config?: Pick<Config, "folder" | "ignorePatterns">;
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
