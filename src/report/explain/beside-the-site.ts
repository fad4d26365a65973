import type { Site } from "../../model/site.ts";
import type { Lines } from "../../parse/lines.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import type { Place } from "./places.ts";
import { BESIDE_NOTE } from "./words.ts";

/** As far from a site, in UTF-16 code units, a test is looked for that one may take for its guard. */
const NEAR = 800;

/**
 * Where the error code stands near a site that no test of it guards: whoever reads the code must not take that for the
 * guard.
 *
 * @param lines of the same source
 */
export function besideTheSite({ start, end, line, reasons: { doubt } }: Site, source: string, lines: Lines): Place[] {
  if (!doubt || !DOUBTS[doubt].lacksErrorCode) return [];
  const from = Math.max(0, start - NEAR);
  const near = source.slice(from, end + NEAR);
  return [...near.matchAll(/insufficient_scope/gi)].flatMap(({ index, 0: text }) => {
    const at = lines.excerpt({ start: from + index, end: from + index + text.length });
    const before = source.slice(source.lastIndexOf("\n", at.start) + 1, at.start);
    return /\/\/|^\s*\/?\*/.test(before) ? [] : [{ at, note: BESIDE_NOTE(line) }];
  });
}
