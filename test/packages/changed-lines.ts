import { structuredPatch } from "diff";

/** Lines that a migration removed and the ones it put in their place. */
export interface LineChange {
  /** The 1-based number of the first removed line of the original, or of the line that the added ones precede. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The smallest set of line changes between two texts, in order. Line endings count as part of a line. */
export function changedLines(before: string, after: string): LineChange[] {
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: 0 });
  return hunks.map(({ oldStart, lines }) => ({
    line: oldStart,
    removed: linesMarked("-", lines),
    added: linesMarked("+", lines),
  }));
}

function linesMarked(mark: "-" | "+", lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1));
}
