import { diffArrays } from "diff/lib/diff/array.js";
import { splice } from "../edit/splice.ts";
import type { Edit, Range } from "../model/site.ts";
import type { Lines } from "../parse/lines.ts";
import { CUT, fitting, piece } from "./clip.ts";
import { lineRange } from "./code-frame.ts";
import { columnsOfAll, glyphsOf, textOf } from "./glyphs.ts";

/** One line of a change. */
export interface ChangeLine {
  /** `gap` stands for unchanged lines that are left out. */
  readonly kind: "kept" | "removed" | "added" | "gap";
  /** The number in the source, 1-based; absent on added lines and gaps. */
  readonly number?: number;
  /** Safe for a terminal. */
  readonly text: string;
}

/** Lines up to this length, in UTF-16 code units, are shown in full; of longer ones, what changes. */
const LONGEST_LINE = 200;
/** The code shown on either side of a change within a long line, in UTF-16 code units. */
const CONTEXT = 24;
/** What is shown of one change within a long line, in columns. */
const LONGEST_PIECE = 400;

const LINE_ENDING = /\r\n|[\n\r\u2028\u2029]/;

/**
 * What edits do to the lines that they touch.
 *
 * @param lines of the same source
 * @param edits sorted, not overlapping
 */
export function changeLines(source: string, lines: Lines, edits: readonly Edit[]): ChangeLine[] {
  const regions = regionsOf(lines, edits).map((region): ChangeLine[] => {
    const start = lineRange(source, lines, region.first).start;
    const { end } = lines.range(region.last);
    const pieces = () => clusters(region.edits).flatMap((cluster) => piecesOf(source, lines, cluster, { start, end }));
    if (hasLongLine(lines, region)) return pieces();
    const old = source.slice(start, end);
    const moved = region.edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    const before = old.split(LINE_ENDING);
    const after = splice(old, moved).split(LINE_ENDING);
    if (after.some(({ length }) => length > LONGEST_LINE)) return pieces();
    return difference(before, after, region.first);
  });
  return regions.flatMap((region, index) => (index === 0 ? region : [{ kind: "gap", text: "..." }, ...region]));
}

/** Edits of lines that stand together. */
interface Region {
  /** 1-based. */
  readonly first: number;
  readonly last: number;
  readonly edits: readonly Edit[];
}

function regionsOf(lines: Lines, edits: readonly Edit[]): Region[] {
  const regions: Region[] = [];
  for (const edit of edits) {
    const { line, endLine } = lines.locate(edit);
    const previous = regions.at(-1);
    // A single line between two changes is shown rather than left out.
    if (previous && line <= previous.last + 2) {
      const last = Math.max(previous.last, endLine);
      regions[regions.length - 1] = { ...previous, last, edits: [...previous.edits, edit] };
    } else {
      regions.push({ first: line, last: endLine, edits: [edit] });
    }
  }
  return regions;
}

/** Whether a line of the source is too long: then it is not even copied, since there may be many sites in it. */
function hasLongLine(lines: Lines, { first, last }: Region): boolean {
  for (let number = first; number <= last; number++) {
    const { start, end } = lines.range(number);
    if (end - start > LONGEST_LINE) return true;
  }
  return false;
}

function difference(before: string[], after: string[], first: number): ChangeLine[] {
  let number = first;
  return diffArrays(before, after).flatMap(({ value, added, removed }) =>
    value.map((line): ChangeLine => {
      const text = textOf(glyphsOf(line));
      if (added) return { kind: "added", text };
      return { kind: removed ? "removed" : "kept", number: number++, text };
    }),
  );
}

/** Edits so near each other that the code between them is shown. */
function clusters(edits: readonly Edit[]): Edit[][] {
  const found: Edit[][] = [];
  for (const edit of edits) {
    const last = found.at(-1);
    const end = last?.at(-1)?.end;
    if (last && end !== undefined && edit.start - end <= 2 * CONTEXT) last.push(edit);
    else found.push([edit]);
  }
  return found;
}

/** What changes within a long line, before and after. */
function piecesOf(source: string, lines: Lines, edits: readonly Edit[], region: Range): ChangeLine[] {
  const start = edits[0]?.start ?? region.start;
  const end = edits.at(-1)?.end ?? start;
  const from = Math.max(region.start, start - CONTEXT);
  const to = Math.min(region.end, end + CONTEXT);
  const head = (from > region.start ? CUT : "") + textOf(glyphsOf(piece(source, from, start)));
  const tail = textOf(glyphsOf(piece(source, end, to))) + (to < region.end ? CUT : "");
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const before = source.slice(start, end);
  const { line } = lines.locate({ start, end });
  return [
    { kind: "removed", number: line, text: head + clippedPiece(before) + tail },
    { kind: "added", text: head + clippedPiece(splice(before, moved)) + tail },
  ];
}

function clippedPiece(text: string): string {
  const glyphs = glyphsOf(text.length > LONGEST_PIECE ? piece(text, 0, LONGEST_PIECE) : text);
  const isWhole = text.length <= LONGEST_PIECE && columnsOfAll(glyphs) <= LONGEST_PIECE;
  return isWhole ? textOf(glyphs) : textOf(fitting(glyphs, LONGEST_PIECE)) + CUT;
}
