import { join, relative } from "node:path";
import ignore, { type Ignore } from "ignore";
import { isWithin, namesBelow } from "../place/folders.ts";
import { ignoreMatcher } from "../place/ignore-matcher.ts";
import { slashed } from "../place/shown-path.ts";
import type { Config } from "./config.ts";

/** What a user wants to be left out. */
export interface LeftOut {
  /** Absolute. */
  readonly workingFolder: string;
  /** Lines of a `.gitignore` in the working folder; they hold for paths that are named, too. */
  readonly ignorePatterns: readonly string[];
  /** Lines of a `.gitignore` in another folder: of a configuration file, which may lie above the working folder. */
  readonly config?: Pick<Config, "folder" | "ignorePatterns">;
}

/** Patterns, and the folder in which they count, absolute. */
interface Rooted {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** What a user's own patterns leave out: those of the command line, and those of the configuration. */
export class UserPatterns {
  readonly #workingFolder: string;
  readonly #rooted: readonly Rooted[];

  constructor({ workingFolder, ignorePatterns, config }: LeftOut) {
    this.#workingFolder = workingFolder;
    this.#rooted = rootedPatterns(workingFolder, ignorePatterns, config);
  }

  /** @param file from the working folder, with slashes, one at the end of a folder */
  matches(file: string): boolean {
    return this.#rooted.some(({ folder, matcher }) => {
      const path = folder === this.#workingFolder ? file : this.#from(folder, file);
      return ignore.isPathValid(path) && matcher.ignores(path);
    });
  }

  /** The same path from another folder. */
  #from(folder: string, file: string): string {
    const path = slashed(relative(folder, join(this.#workingFolder, file)));
    return file.endsWith("/") && path !== "" ? `${path}/` : path;
  }
}

/** In one list where one folder holds the other, so that a pattern of the command line can take one back with `!`. */
function rootedPatterns(workingFolder: string, given: readonly string[], config: LeftOut["config"]): Rooted[] {
  const configured = config?.ignorePatterns ?? [];
  const lists: [string, readonly string[]][] =
    config && configured.length > 0 && isWithin(config.folder, workingFolder)
      ? [[config.folder, patternsFrom(config, workingFolder, given)]]
      : [
          [workingFolder, given],
          [config?.folder ?? workingFolder, configured],
        ];
  return lists
    .filter(([, patterns]) => patterns.length > 0)
    .map(([folder, patterns]) => ({ folder, matcher: ignoreMatcher(patterns) }));
}

/**
 * The patterns of a configuration, and those of the command line in its terms.
 *
 * @param config of a folder that holds the working folder
 */
export const patternsFrom = (
  { folder, ignorePatterns }: Pick<Config, "folder" | "ignorePatterns">,
  workingFolder: string,
  given: readonly string[],
): string[] => [...ignorePatterns, ...given.map((pattern) => patternBelow(folder, workingFolder, pattern))];

/** A line of a `.gitignore` in a folder, as it is written in a folder above. */
function patternBelow(above: string, folder: string, pattern: string): string {
  const way = namesBelow(above, folder).map((name) => `/${name.replace(/[\\*?[\]]/g, "\\$&")}`);
  const [, not = "", rest = ""] = /^(!?)(.*)$/s.exec(pattern) ?? [];
  if (way.length === 0 || rest.trim() === "" || pattern.startsWith("#")) return pattern;
  const isAnchored = /\/(?!$)/.test(rest);
  return `${not}${way.join("")}${isAnchored ? "" : "/**"}/${rest.replace(/^\//, "")}`;
}
