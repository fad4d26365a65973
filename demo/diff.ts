import { styleText } from "node:util";
import { type StructuredPatch, structuredPatch } from "diff";

/** The changes between two texts, with a few unchanged lines around each. */
export function compareTexts(before: string, after: string): StructuredPatch {
  return structuredPatch("published", "migrated", before, after, undefined, undefined, { context: 3 });
}

/** Whether two comparisons remove and add the same lines, wherever and amidst whatever they stand. */
export function sameChanges(one: StructuredPatch, other: StructuredPatch): boolean {
  const [lines, otherLines] = [one, other].map(({ hunks }) =>
    hunks.flatMap((hunk) => hunk.lines.filter((line) => /^[+-]/.test(line))).join("\n"),
  );
  return lines === otherLines;
}

/** Lines to show: hunks as in a unified diff, coloured. */
export function diffLines({ hunks }: StructuredPatch): string[] {
  return hunks.flatMap((hunk) => [
    styleText("cyan", `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`),
    ...hunk.lines.filter((line) => !line.startsWith("\\")).map(colouredLine),
  ]);
}

function colouredLine(line: string): string {
  if (line.startsWith("+")) return styleText("green", line);
  return line.startsWith("-") ? styleText("red", line) : styleText("dim", line);
}
