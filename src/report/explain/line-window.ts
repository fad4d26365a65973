import { CUT } from "../clip.ts";
import type { MarkedLine } from "./changed-lines.ts";

/**
 * The part of a line that a reader needs where there is no room for all of it, as in minified files: around its marks,
 * or its beginning. The marks move with it.
 *
 * @param from the code units that are left out at the beginning in any case: indentation
 * @param room in code units
 */
export function window({ text, marks }: MarkedLine, from: number, room: number): MarkedLine {
  if (text.length - from <= room) return shifted(text.slice(from), marks, -from);
  const first = marks[0]?.start ?? from;
  const last = marks.at(-1)?.end ?? from;
  const spare = Math.max(0, room - (last - first) - 2 * CUT.length);
  const start = Math.max(from, Math.min(first - Math.floor(spare / 2), text.length - room));
  const isHead = start <= from;
  const end = Math.min(text.length, start + room - (isHead ? 1 : 2) * CUT.length);
  const head = isHead ? "" : CUT;
  const tail = end < text.length ? CUT : "";
  return shifted(`${head}${text.slice(start, end)}${tail}`, marks, head.length - start, head.length + end - start);
}

function shifted(text: string, marks: MarkedLine["marks"], by: number, most = text.length): MarkedLine {
  return {
    text,
    marks: marks
      .map(({ start, end }) => ({ start: Math.max(0, start + by), end: Math.min(most, end + by) }))
      .filter(({ start, end }) => start <= end),
  };
}

/** How many characters of white space all lines begin with, empty ones aside. */
export function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}
