import { basename, dirname, join } from "node:path";
import type { Rule } from "eslint";
import { hasCheckedExtension } from "../place/file-kinds.ts";

/** A text as ESLint has it. */
export interface LintedText {
  /** Without byte order mark. */
  readonly source: string;
  /** Absolute; its extension says how the text is read. */
  readonly path: string;
  /** Where relative paths begin, absolute. */
  readonly workingFolder: string;
}

/** What ESLint calls a text that has no file. */
const NAMELESS = /^<(?:input|text)>$/;

/**
 * The text that a rule is to look at.
 *
 * @returns undefined for a kind of file that is not checked: a component in which a script is one part
 */
export function lintedText({ sourceCode, filename, physicalFilename, cwd }: Rule.RuleContext): LintedText | undefined {
  // A processor names the scripts of a page below it: `page.md/0.ts`.
  const place = filename === physicalFilename ? filename : join(dirname(physicalFilename), basename(filename));
  const path = NAMELESS.test(basename(filename)) ? join(cwd, "input.js") : place;
  return hasCheckedExtension(path) ? { source: sourceCode.text, path, workingFolder: cwd } : undefined;
}
