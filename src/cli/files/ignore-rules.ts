import type { Ignore } from "ignore";
import { ignoreMatcher } from "../../place/ignore-matcher.ts";
import { asPrefix } from "../../place/shown-path.ts";

/** The rules of one `.gitignore`, and those of the folders above. */
export interface IgnoreRules {
  /** The folder that holds the file, with a separator at its end. */
  readonly base: string;
  readonly patterns: readonly string[];
  readonly matcher: Ignore;
  /** What counts where these rules say nothing about a path. */
  readonly above: IgnoreRules | undefined;
}

/**
 * Adds the rules of a nearer file.
 *
 * @param above the rules of the folders above
 * @param folder the one that holds the file, absolute
 * @param patterns its text, or its lines
 */
export function withRules(
  above: IgnoreRules | undefined,
  folder: string,
  patterns: string | readonly string[],
): IgnoreRules {
  const lists = typeof patterns === "string" ? [patterns] : patterns;
  return { base: asPrefix(folder), patterns: lists, matcher: ignoreMatcher(patterns), above };
}

/**
 * Whether a file is ignored. Its folder must have been let in by `rulesInFolder`.
 *
 * @param path absolute, below the folder of every rule
 */
export function ignoresFile(rules: IgnoreRules | undefined, path: string): boolean {
  for (let at = rules; at; at = at.above) {
    const { ignored, unignored } = at.matcher.test(path.slice(at.base.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * The rules that hold in a folder, those of a file in it aside.
 *
 * A folder that one file ignores and a nearer one lets in again is open, but the farther file's matcher would still
 * take everything below it for ignored; so that file is read anew, with the folder let in by a last line.
 *
 * @param folder absolute, below the folder of every rule, and let in itself so far
 * @returns "ignored" where the folder is
 */
export function rulesInFolder(rules: IgnoreRules | undefined, folder: string): IgnoreRules | undefined | "ignored" {
  for (let at = rules; at; at = at.above) {
    const { ignored, unignored } = testFolder(at, folder);
    if (ignored) return "ignored";
    if (unignored) return reopened(rules, folder);
  }
  return rules;
}

function testFolder(rules: IgnoreRules, folder: string) {
  return rules.matcher.test(asPrefix(folder.slice(rules.base.length)));
}

function reopened(rules: IgnoreRules | undefined, folder: string): IgnoreRules | undefined {
  if (!rules) return undefined;
  const above = reopened(rules.above, folder);
  if (!testFolder(rules, folder).ignored) return above === rules.above ? rules : { ...rules, above };
  const patterns = [
    ...rules.patterns.flatMap((text) => text.split(/\r?\n/)),
    `!/${asPattern(folder.slice(rules.base.length))}/`,
  ];
  return withRules(above, rules.base, patterns);
}

/** A path as a pattern that matches it alone. */
function asPattern(path: string): string {
  return path.replace(process.platform === "win32" ? /\\/g : /(?!)/g, "/").replace(/[\\*?[\] ]/g, "\\$&");
}
