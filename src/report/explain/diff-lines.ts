import { type ChangedLines, told } from "./changed-lines.ts";
import { window } from "./line-window.ts";

/** Longer lines, of minified files, are cut around what changes in them. */
export const LONGEST_LINE = 400;

const SIGNS = { same: " ", removed: "-", added: "+" } as const;

/** A change as lines of a difference; a line before each block says where it begins. */
export function diffLines(blocks: readonly ChangedLines[]): string[] {
  return blocks.flatMap((block, index) => [
    ...(index > 0 || block.line > 1 ? [`@@ line ${block.line} @@`] : []),
    ...told(block).map(({ kind, line }) => `${SIGNS[kind]}${window(line, 0, LONGEST_LINE).text}`),
  ]);
}
