import ignore, { type Ignore } from "ignore";

/** Git looks at case where the file system does, unless it was told otherwise (core.ignoreCase). */
const IGNORE_CASE = process.platform === "win32" || process.platform === "darwin";

/**
 * What compares paths with the lines of a `.gitignore`: paths from the folder in which that lies, with slashes.
 *
 * @param patterns its text, or its lines
 */
export const ignoreMatcher = (patterns: string | readonly string[]): Ignore =>
  ignore({ ignorecase: IGNORE_CASE }).add(patterns);
