import type { CheckedFile, CheckedSite } from "../../model/outcome.ts";
import type { Edit } from "../../model/site.ts";

/**
 * The edits for some of a file's rewrites only: theirs, and those of the helper. What they share with the others — a
 * read of the tokens — comes once, as in the whole.
 *
 * A part is taken of the whole, and not computed anew, so that what is applied is what was shown.
 *
 * @param file what the engine found in it
 * @param chosen some of its sites; those that `edits` does not hold (reviews, suppressed ones) add nothing
 * @returns sorted, not overlapping; none where nothing is chosen
 */
export function chosenEdits(
  { sites, edits }: Pick<CheckedFile, "sites" | "edits">,
  chosen: ReadonlySet<CheckedSite>,
): readonly Edit[] {
  const applied = sites.filter(isApplied);
  const wanted = keysOf(applied.filter((site) => chosen.has(site)));
  if (wanted.size === 0) return [];
  const all = keysOf(applied);
  return edits.filter((edit) => wanted.has(keyOf(edit)) || !all.has(keyOf(edit)));
}

/** Whether a file's edits hold those of a site. */
export const isApplied = ({ verdict, suppressed }: CheckedSite): boolean => verdict === "rewrite" && !suppressed;

const keysOf = (sites: readonly CheckedSite[]): Set<string> =>
  new Set(sites.flatMap(({ edits = [] }) => edits.map(keyOf)));

const keyOf = ({ start, end, text }: Edit): string => `${start}:${end}:${text}`;
