import { diffArrays } from "diff/lib/diff/array.js";
import type { Edit } from "../../model/site.ts";

/**
 * A part of a line that changes: half-open, in UTF-16 code units from the line's start. An empty one is where the other
 * side has more.
 */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A line of the old text or the new one, without its ending. */
export interface MarkedLine {
  readonly text: string;
  /** What goes, or what comes. */
  readonly marks: readonly Mark[];
}

/** Lines that change, one block for each run of them. */
export interface ChangedLines {
  /** The first and the last line that `before` covers in the old text, 1-based. */
  readonly line: number;
  readonly endLine: number;
  readonly before: readonly MarkedLine[];
  readonly after: readonly MarkedLine[];
  /** The lines that stand before and behind, where a page shows these, too. */
  readonly around?: { readonly before?: string; readonly after?: string };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines that edits change, before and after. Edits of the same line or of neighbouring lines are one block.
 *
 * @param edits of `source`, sorted by start, not overlapping
 */
export function changedLines(source: string, edits: readonly Edit[]): ChangedLines[] {
  const groups: { start: number; end: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const start = lineStart(source, edit.start);
    const end = lineEnd(source, edit.end);
    const last = groups.at(-1);
    if (last && start <= last.end + endingAt(source, last.end)) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else {
      groups.push({ start, end, edits: [edit] });
    }
  }
  return groups.map((group) => blockOf(source, group));
}

function blockOf(source: string, group: Span & { edits: readonly Edit[] }): ChangedLines {
  const removed: Span[] = [];
  const added: Span[] = [];
  let text = "";
  let at = group.start;
  for (const edit of group.edits) {
    text += source.slice(at, edit.start);
    removed.push({ start: edit.start - group.start, end: edit.end - group.start });
    added.push({ start: text.length, end: text.length + edit.text.length });
    text += edit.text;
    at = edit.end;
  }
  text += source.slice(at, group.end);
  const line = numberOf(source, group.start);
  const before = markedLines(source.slice(group.start, group.end), removed);
  return { line, endLine: line + before.length - 1, before, after: markedLines(text, added) };
}

const ENDING = /\r\n|[\n\r\u2028\u2029]/g;

function markedLines(text: string, spans: readonly Span[]): MarkedLine[] {
  const lines: MarkedLine[] = [];
  let start = 0;
  for (const { index, 0: ending } of [...text.matchAll(ENDING), Object.assign([""], { index: text.length })]) {
    const line = text.slice(start, index);
    const from = start;
    const marks = spans
      .filter((span) => span.start <= from + line.length && (span.end > from || span.start >= from))
      .map((span) => ({ start: Math.max(span.start - from, 0), end: Math.min(span.end - from, line.length) }))
      .filter(({ start, end }) => start === end || line.slice(start, end).trim() !== "");
    lines.push({ text: line, marks });
    start = index + (ending?.length ?? 0);
  }
  return lines;
}

const isEnding = (character: string | undefined): boolean => /^[\n\r\u2028\u2029]$/.test(character ?? "");

function lineStart(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isEnding(source[start - 1])) start--;
  return start;
}

function lineEnd(source: string, offset: number): number {
  let end = offset;
  while (end < source.length && !isEnding(source[end])) end++;
  return end;
}

const endingAt = (source: string, offset: number): number => (source.startsWith("\r\n", offset) ? 2 : 1);

const numberOf = (source: string, offset: number): number => [...source.slice(0, offset).matchAll(ENDING)].length + 1;

/** How a block is told: the lines that only one side has, and those of both sides around them. */
export interface Told {
  readonly kind: "same" | "removed" | "added";
  readonly line: MarkedLine;
  /** The line's number in the old text; absent for added lines. */
  readonly number?: number;
}

/** A block as lines to be read from top to bottom: what goes before what comes, and lines of both sides once. */
export function told({ line, before, after }: ChangedLines): Told[] {
  let number = line;
  const hasSameText = (one: MarkedLine, other: MarkedLine) => one.text === other.text;
  return diffArrays([...before], [...after], { comparator: hasSameText }).flatMap(({ value, added, removed }) =>
    value.map((each): Told => {
      if (added) return { kind: "added", line: each };
      if (removed) return { kind: "removed", line: each, number: number++ };
      return { kind: "same", line: { text: each.text, marks: [] }, number: number++ };
    }),
  );
}
