import { Lines } from "../../parse/lines.ts";
import { lineRange } from "../code-frame.ts";
import type { ChangedLines } from "./changed-lines.ts";

/** The same blocks with the lines around each, but empty ones, and those that another block has. */
export function withLinesAround(source: string, blocks: readonly ChangedLines[]): ChangedLines[] {
  const lines = new Lines(source);
  const textOf = (number: number): string | undefined => {
    if (number < 1 || number > lines.count) return undefined;
    const { start, end } = lineRange(source, lines, number);
    const text = source.slice(start, end);
    return text.trim() === "" ? undefined : text;
  };
  return blocks.map((block, index) => {
    const shownBefore = blocks[index - 1]?.endLine ?? -1;
    const shownNext = blocks[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    // What lies between two blocks is shown once, with the first of them.
    const before = block.line - 1 > shownBefore + 1 ? textOf(block.line - 1) : undefined;
    const after = block.endLine + 1 < shownNext ? textOf(block.endLine + 1) : undefined;
    return { ...block, around: { ...(before !== undefined && { before }), ...(after !== undefined && { after }) } };
  });
}
