import type { Excerpt, Proof, Site } from "../model/site.ts";

type Judged = Pick<Site, "proof" | "reasons">;

/**
 * The code beside a site for which an obligation is not met, but for the site's own line and the tests that stand as its
 * evidence anyway; each once. Empty where the doubt is of the site itself.
 *
 * @param unmet the obligation; that which decided where none is given
 */
export function inDoubt({ proof, reasons }: Judged, unmet = proof.find(isUnmet)): readonly Excerpt[] {
  const isTold = ({ start, end }: Excerpt) => reasons.evidence.some((each) => each.start === start && each.end === end);
  const beside = (unmet?.evidence ?? []).filter((each) => each.line !== reasons.sink.line && !isTold(each));
  return beside.filter(
    ({ start, end }, at) => beside.findIndex((each) => each.start === start && each.end === end) === at,
  );
}

export const isUnmet = ({ answer }: Proof): boolean => answer !== "met";
