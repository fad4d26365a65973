import type { Site } from "../../model/site.ts";
import type { Lines } from "../../parse/lines.ts";
import { lineRange } from "../code-frame.ts";
import { besideTheSite } from "./beside-the-site.ts";
import type { Mark, MarkedLine } from "./changed-lines.ts";
import { commonIndent, window } from "./line-window.ts";
import { type Place, placesOf } from "./places.ts";

/** A line of the annotated code. */
export interface ExcerptLine {
  /** Its number, 1-based; with a column where only a piece of a long line is shown. */
  readonly label: string;
  readonly line: MarkedLine;
  /** What stands at its margin, without full stops. */
  readonly notes: readonly string[];
  readonly isSink: boolean;
  /** Whether lines are left out before it. */
  readonly isBehindGap: boolean;
}

/** The lines around the sink that are shown together, at least and at most. */
const LEAST_LINES = 8;
const MOST_LINES = 15;
/** How far from the sink a place may lie that matters only near it. */
const NEAR_LINES = 4;
/** The lines that are shown by themselves, since they lie too far from the sink. */
const MOST_FAR_LINES = 6;
/** Of a longer line, as in minified files, pieces around what is marked are shown. */
const LONGEST_LINE = 240;
const LONGEST_PIECE = 120;

/**
 * The code of a site with what a reviewer must look at marked in its place: evidence, the way of the scope, retry limit,
 * what was left. What lies far from the sink comes as single lines.
 *
 * @param lines of the same source
 */
export function excerptOf(site: Site, source: string, lines: Lines): ExcerptLine[] {
  const places = [...placesOf(site), ...besideTheSite(site, source, lines)].filter(({ at }) => at.line <= lines.count);
  const sink = places.find(({ isSink }) => isSink);
  if (!sink) return [];
  // The empty line behind the last ending is none.
  const count = Math.max(sink.at.line, source.endsWith("\n") ? lines.count - 1 : lines.count);
  const [first, last] = span(sink.at.line, places, count);
  const isNear = (number: number) => first <= number && number <= last;
  const farPlaces = places.filter(({ at, isAside }) => !isAside && !isNear(at.line));
  const far = [...new Set(farPlaces.map(({ at }) => at.line))].slice(0, MOST_FAR_LINES);
  const near = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const text = (number: number) => {
    const { start, end } = lineRange(source, lines, number);
    return source.slice(start, end);
  };
  const isMarked = (number: number) => places.some(({ at }) => at.line === number);
  const together = near.filter((number) => isMarked(number) || text(number).length <= LONGEST_LINE);
  const indent = commonIndent(together.map(text));
  return withGaps(
    [...far, ...together]
      .sort((a, b) => a - b)
      .flatMap((number) => {
        const { start } = lineRange(source, lines, number);
        const line = { number, start, text: text(number) };
        return piecesOf(line, places, isNear(number) ? indent : commonIndent([line.text]));
      }),
  );
}

type Piece = Omit<ExcerptLine, "isBehindGap"> & { readonly number: number };

const withGaps = (pieces: readonly Piece[]): ExcerptLine[] =>
  pieces.map(({ number, ...piece }, index) => ({
    ...piece,
    isBehindGap: index > 0 && number - (pieces[index - 1]?.number ?? 0) > 1,
  }));

/** The first and the last line shown together: what is marked and near, then what is around it. */
function span(sink: number, places: readonly Place[], count: number): [first: number, last: number] {
  let [first, last] = [sink, sink];
  const within = places.filter(({ at, isAside }) => !isAside || Math.abs(at.line - sink) <= NEAR_LINES);
  const byDistance = within.map(({ at }) => at.line).toSorted((a, b) => Math.abs(a - sink) - Math.abs(b - sink));
  for (const line of byDistance) {
    const [from, to] = [Math.min(first, line), Math.max(last, line)];
    if (to - from < MOST_LINES) [first, last] = [from, to];
  }
  while (last - first + 1 < Math.min(LEAST_LINES, count)) {
    if (first > 1) first--;
    if (last < count && last - first + 1 < LEAST_LINES) last++;
  }
  return [first, last];
}

interface Line {
  readonly number: number;
  /** Its offset in the source. */
  readonly start: number;
  readonly text: string;
}

/**
 * A line, or the pieces of a long one.
 *
 * @param indent the code units that are left out at its head
 */
function piecesOf({ number, start, text }: Line, places: readonly Place[], indent: number): Piece[] {
  const here = places
    .filter(({ at }) => at.line === number)
    .map((place) => ({ ...place, mark: markOf(place, start, text.length) }))
    .sort((a, b) => a.mark.start - b.mark.start);
  const piece = (all: typeof here, label: string, from: number, room: number): Piece => ({
    number,
    label,
    line: window({ text, marks: merged(all.map(({ mark }) => mark)) }, from, room),
    notes: [...new Set(all.map(({ note }) => note))],
    isSink: all.some(({ isSink }) => isSink === true),
  });
  if (text.length <= LONGEST_LINE) return [piece(here, String(number), Math.min(indent, text.length), LONGEST_LINE)];
  return clusters(here).map((all) => piece(all, `${number}:${all[0].mark.start + 1}`, 0, LONGEST_PIECE));
}

/** The part of a line that a place takes. */
function markOf({ at }: Place, lineStart: number, most: number): Mark {
  const start = Math.min(Math.max(0, at.start - lineStart), most);
  return { start, end: Math.max(start, Math.min(at.end - lineStart, most)) };
}

/** Marks that overlap are one. */
function merged(marks: readonly Mark[]): Mark[] {
  const found: Mark[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (last && mark.start <= last.end) found[found.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
    else found.push(mark);
  }
  return found;
}

type NonEmpty<Item> = [Item, ...Item[]];

/** What lies so near to each other that one piece of the line shows it. */
function clusters<Item extends { readonly mark: Mark }>(items: readonly Item[]): NonEmpty<Item>[] {
  const found: NonEmpty<Item>[] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last && item.mark.start - last[0].mark.start < LONGEST_PIECE / 2) last.push(item);
    else found.push([item]);
  }
  return found;
}
