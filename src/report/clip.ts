import type { Range } from "../model/site.ts";
import { columnsOf, columnsOfAll, type Glyph, glyphsOf, textOf } from "./glyphs.ts";

/** Stands where a line goes on that is not shown in full. */
export const CUT = "…";

/** A line, or as much of it as there is room for. */
export interface ClippedLine {
  readonly text: string;
  /** The columns before the part that matters. */
  readonly before: number;
  /** The columns of that part, as far as it is shown. */
  readonly columns: number;
  /** Whether the beginning of the line is not shown. */
  readonly isCutBefore: boolean;
}

/**
 * A line of a source as it is shown, cut to the room there is around the part that matters.
 *
 * However long the line is, only what can be shown is looked at.
 *
 * @param line its range, without its ending
 * @param part what matters: a range within the line
 * @param room in columns
 */
export function clippedLine(source: string, line: Range, part: Range, room: number): ClippedLine {
  const from = Math.max(line.start, part.start - room);
  const to = Math.min(line.end, part.end + room);
  const seen = Math.min(part.end, part.start + room);
  const head = glyphsOf(piece(source, from, part.start));
  const middle = glyphsOf(piece(source, part.start, seen));
  const tail = seen < part.end ? [] : glyphsOf(piece(source, part.end, to));
  const isWhole = from === line.start && to === line.end && seen === part.end;
  const all = columnsOfAll(head) + columnsOfAll(middle) + columnsOfAll(tail);
  if (isWhole && all <= room) return shown(head, middle, tail, false, false);

  const kept = fitting(middle, room - 2);
  const isPartCut = kept.length < middle.length || seen < part.end;
  const rest = Math.max(0, room - 2 - columnsOfAll(kept));
  const isHeadWhole = from === line.start && columnsOfAll(head) <= rest + 1;
  const forTail = isPartCut ? 0 : Math.min(columnsOfAll(tail), isHeadWhole ? rest : Math.floor(rest / 2));
  const keptHead = isHeadWhole ? head : fitting(head.toReversed(), rest - forTail).toReversed();
  const keptTail = fitting(tail, isHeadWhole ? rest + 1 - columnsOfAll(head) : forTail);
  const isCutBefore = !isHeadWhole && (from > line.start || keptHead.length < head.length);
  const isCutBehind = isPartCut || to < line.end || keptTail.length < tail.length;
  return shown(keptHead, kept, keptTail, isCutBefore, isCutBehind);
}

function shown(
  head: readonly Glyph[],
  middle: readonly Glyph[],
  tail: readonly Glyph[],
  isCutBefore: boolean,
  isCutBehind: boolean,
): ClippedLine {
  const before = `${isCutBefore ? CUT : ""}${textOf(head)}`;
  return {
    text: `${before}${textOf(middle)}${textOf(tail)}${isCutBehind ? CUT : ""}`,
    before: columnsOf(before),
    columns: columnsOfAll(middle),
    isCutBefore,
  };
}

/** As many of the first glyphs as there is room for. */
export function fitting(glyphs: readonly Glyph[], room: number): Glyph[] {
  let left = room;
  const end = glyphs.findIndex(({ columns }) => {
    left -= columns;
    return left < 0;
  });
  return end < 0 ? [...glyphs] : glyphs.slice(0, end);
}

/** A piece of a source that begins and ends between characters, not within a surrogate pair. */
export function piece(source: string, start: number, end: number): string {
  return source.slice(isWithinPair(source, start) ? start + 1 : start, isWithinPair(source, end) ? end + 1 : end);
}

function isWithinPair(source: string, offset: number): boolean {
  return offset > 0 && (source.codePointAt(offset - 1) ?? 0) > 0xffff;
}
