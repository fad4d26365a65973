import type { Glob } from "./glob.ts";
import type { IgnoreRules } from "./ignore-rules.ts";

/** A folder that the descent from a given path has come to. */
export interface Folder {
  /** Absolute, by the way it was given. */
  readonly path: string;
  /** Absolute, without symbolic links. */
  readonly real: string;
  /** What goes before a name for its path from the working folder: empty, or with a slash at its end. */
  readonly file: string;
  /** The pattern that leads through this folder; absent where everything below is wanted. */
  readonly search?: { readonly glob: Glob; readonly below: string; readonly depth: number };
  /** Whether ignore files count. */
  readonly gitignore: boolean;
  /** Those that hold here. */
  readonly rules: IgnoreRules | undefined;
}

/** Why a file or a folder is passed over. */
export type Passed =
  /** A file without one of the eight extensions. */
  | "extension"
  | "declaration"
  /** By a `.gitignore` or `.git/info/exclude`. */
  | "gitignore"
  | "ignore-pattern"
  /** By a path or pattern with `!`. */
  | "excluded"
  | "node_modules"
  | "git-folder"
  /** A symbolic link, or what is neither file nor folder. */
  | "no-file"
  /** The pattern does not match it. */
  | "unmatched";

/** What came of a given path: how many files were found, and what was passed over and why. */
export class Tally {
  found = 0;
  /** Whether a failure was reported that explains why nothing was found. */
  failed = false;
  /** Why what was wanted was passed over. */
  readonly passed = new Set<Passed>();
  /** Why something was passed over of which it is not known whether a pattern matches anything in it. */
  readonly unsearched = new Set<Passed>();

  /** @param folder the one that holds what is passed over */
  pass(reason: Passed, folder: Folder, name: string, isFolder: boolean): void {
    const { search } = folder;
    const isWanted = !search || search.glob.matches(search.below + name, isFolder);
    (isWanted ? this.passed : this.unsearched).add(reason);
  }
}
