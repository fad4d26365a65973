import type { Site, SiteEdit } from "../model/site.ts";

/** What an analysis found in a file, with the edits that it would apply. */
interface Whole<Of extends Site> {
  readonly sites: readonly Of[];
  readonly edits: readonly SiteEdit[];
}

/**
 * The edits for some of a file's changes only: theirs, and those of the helper if one of them calls it. What they share
 * with the others — a read of the tokens — comes once, as in the whole.
 *
 * A part is taken of the whole, and not computed anew, so that what is applied is what was shown.
 *
 * @param whole what the engine found in it
 * @param chosen some of its sites; those whose change `edits` does not hold (reviews, suppressed ones) add nothing
 * @returns sorted, not overlapping; none where nothing is chosen
 */
export function chosenEdits<Of extends Site>({ edits }: Whole<Of>, chosen: ReadonlySet<Of>): readonly SiteEdit[] {
  const held = new Set(edits.map(keyOf));
  const applied = [...chosen].filter((site) => site.edits?.every((edit) => held.has(keyOf(edit))));
  const wanted = new Set(applied.flatMap((site) => site.edits?.map(keyOf) ?? []));
  if (wanted.size === 0) return [];
  const isCalled = applied.some(({ helper }) => helper !== undefined);
  return edits.filter((edit) => (edit.role === "helper" ? isCalled : wanted.has(keyOf(edit))));
}

/**
 * The site with those that are to be changed along with it: what they insert at one place, a read of the tokens, is there
 * for all of them, or in their order.
 *
 * @param sites those of its file
 */
export function changedAlongWith<Of extends Site>(sites: readonly Of[], site: Of): ReadonlySet<Of> {
  const together = new Set([site]);
  const places = new Set(placesOf(site));
  // A set goes on to what is added while it is walked through: the neighbours of neighbours.
  for (const _ of together) {
    for (const other of sites.filter((each) => isApplied(each) && placesOf(each).some((place) => places.has(place)))) {
      together.add(other);
      for (const place of placesOf(other)) places.add(place);
    }
  }
  return together;
}

const placesOf = ({ edits = [] }: Site): number[] => edits.map(({ start }) => start);

/** Whether a file's edits hold those of a site. */
export const isApplied = ({ verdict, suppressed }: Pick<Site, "verdict" | "suppressed">): boolean =>
  verdict === "rewrite" && !suppressed;

const keyOf = ({ start, end, text }: SiteEdit): string => `${start}:${end}:${text}`;
