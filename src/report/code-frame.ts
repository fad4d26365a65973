import type { Location, Range } from "../model/site.ts";
import type { Lines } from "../parse/lines.ts";
import { type ClippedLine, clippedLine } from "./clip.ts";

/** One line of a code frame. */
export interface FrameLine {
  /** Whether it is code of the range, code around it, the carets below a line, or stands for lines left out. */
  readonly kind: "marked" | "around" | "carets" | "gap";
  /** The number of a line of code, 1-based. */
  readonly number?: number;
  /** Safe for a terminal. */
  readonly text: string;
}

const LINES_BEFORE = 2;
const LINES_BEHIND = 1;
/** A range of more lines is shown by its first and last ones. */
const MOST_MARKED = 6;

/**
 * A range of the source with carets below it and a few lines around it, cut to the room there is.
 *
 * By hand: `@babel/code-frame` shows lines whole, be they 300 KB of minified code, hands on the escape sequences in
 * them, and counts no character as two columns wide, so that the carets stand elsewhere.
 *
 * @param lines of the same source
 * @param room for the code, in columns
 */
export function codeFrame(source: string, lines: Lines, at: Location, room: number): FrameLine[] {
  const marked = markedLines(source, lines, at, room);
  // Beside a line that is shown from its middle, the beginnings of others tell nothing.
  if (marked[0]?.clipped.isCutBefore) return marked.flatMap(withCarets);
  const around = (number: number): FrameLine => {
    const line = lineRange(source, lines, number);
    const { text } = clippedLine(source, line, { start: line.start, end: line.start }, room);
    return { kind: "around", number, text };
  };
  const before = numbers(Math.max(1, at.line - LINES_BEFORE), at.line - 1);
  const behind = numbers(at.endLine + 1, Math.min(lines.count, at.endLine + LINES_BEHIND));
  return [...before.map(around), ...shortened(marked).flatMap(withCarets), ...behind.map(around)];
}

interface MarkedLine {
  readonly number: number;
  readonly clipped: ClippedLine;
}

type Marked = MarkedLine | "gap";

function markedLines(source: string, lines: Lines, at: Location, room: number): MarkedLine[] {
  return numbers(at.line, at.endLine).flatMap((number) => {
    const line = lineRange(source, lines, number);
    const indentation = source.slice(line.start, line.end).match(/^\s*/)?.[0].length ?? 0;
    const start = number === at.line ? Math.max(at.start, line.start) : line.start + indentation;
    const end = number === at.endLine ? at.end : line.end;
    // The line below one that ends the range, and blank ones, have nothing to mark.
    if (number > at.line && start >= end) return [];
    return [{ number, clipped: clippedLine(source, line, { start, end: Math.max(start, end) }, room) }];
  });
}

function shortened(marked: readonly MarkedLine[]): Marked[] {
  if (marked.length <= MOST_MARKED) return [...marked];
  return [...marked.slice(0, MOST_MARKED / 2), "gap", ...marked.slice(-1)];
}

function withCarets(marked: Marked): FrameLine[] {
  if (marked === "gap") return [{ kind: "gap", text: "..." }];
  const { number, clipped } = marked;
  const carets = " ".repeat(clipped.before) + "^".repeat(Math.max(1, clipped.columns));
  return [
    { kind: "marked", number, text: clipped.text },
    { kind: "carets", text: carets },
  ];
}

/** A line without its ending, and without the byte order mark. */
export function lineRange(source: string, lines: Lines, number: number): Range {
  const { start, end } = lines.range(number);
  return { start: start === 0 && source.startsWith("\ufeff") ? 1 : start, end };
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
