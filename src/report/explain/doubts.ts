import type { Doubt, Proof, Site } from "../../model/site.ts";
import type { Asked } from "../../rules/decision.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import { code } from "../../rules/sentence.ts";
import { inDoubt, isUnmet } from "../in-doubt.ts";
import { linesOf } from "./limits.ts";
import { namesOf } from "./names.ts";

/** Why a site is left to a person, with what a question about it names. */
export interface AskedDoubt {
  readonly doubt: Doubt;
  readonly asked: Asked;
}

/**
 * Why a site is left to a person: the doubt that decided, and those of other obligations that are not met, unless
 * they are of the same code: to settle the one is not to settle these.
 */
export function doubtsOf(site: Site): AskedDoubt[] {
  const { proof, reasons } = site;
  if (reasons.doubt === undefined) return [];
  const [first, ...others] = proof.filter(isUnmet);
  const also = ofStatusAlone(site);
  const told = new Set(first?.evidence.map(({ start }) => start));
  return [
    { doubt: reasons.doubt, asked: askedOf(site, first) },
    ...(also ? [{ doubt: also, asked: askedOf(site) }] : []),
    ...others.flatMap((each) => {
      const { doubt } = each;
      const isTold = inDoubt(site, each).some(({ start }) => told.has(start));
      return doubt === undefined || isTold ? [] : [{ doubt, asked: askedOf(site, each) }];
    }),
  ];
}

/** What else is in doubt where the evidence is of statuses alone: a 403 of 401 and 403 may be of another error as well. */
const ofStatusAlone = ({ reasons: { doubt, evidence } }: Site): Doubt | undefined =>
  doubt && evidence.length > 0 && evidence.every(({ kind }) => kind === "status")
    ? DOUBTS[doubt].ofStatusAlone
    : undefined;

/**
 * What a question names; the site's own line is in doubt where no other code is.
 *
 * @param unmet the obligation that it is about; absent where it is about none
 */
export function askedOf(site: Site, unmet?: Proof): Asked {
  const { reasons } = site;
  const others = unmet ? inDoubt(site, unmet) : [];
  return {
    ...namesOf(reasons),
    lines: linesOf(others.length > 0 ? others : [reasons.sink]),
    doubted: code((unmet?.evidence.find(({ line }) => line === reasons.sink.line) ?? reasons.challenged).text),
  };
}
