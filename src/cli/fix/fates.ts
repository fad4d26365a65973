import { isApplied } from "../../edit/chosen-edits.ts";
import type { CheckedFile, CheckedSite } from "../../model/outcome.ts";
import type { Fate } from "../../report/explain/fate.ts";
import type { Decision } from "./decision.ts";

/**
 * What became of the sites of some files.
 *
 * @param files what was found before anything was changed
 * @param carriedOut the decisions that are done; what was not decided, or could not be done, is as it was
 */
export function fatesOf(
  files: readonly CheckedFile[],
  carriedOut: readonly Decision[],
): ReadonlyMap<CheckedSite, Fate> {
  const fates = new Map<CheckedSite, Fate>();
  for (const { sites } of files) for (const site of sites) fates.set(site, { kind: "left" });
  for (const { accepted, suggested, suppressed } of carriedOut) {
    for (const site of suggested) fates.set(site, { kind: "decided" });
    for (const site of accepted) if (isApplied(site)) fates.set(site, { kind: "applied" });
    for (const [site, { reason }] of suppressed) fates.set(site, { kind: "silenced", reason });
  }
  return fates;
}
