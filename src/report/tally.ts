import { type CheckedFile, type CheckedSite, type FailOn, isFinding, type Outcome } from "../model/outcome.ts";
import type { RuleId, Verdict } from "../model/rule-ids.ts";
import type { Suppression } from "../model/suppression.ts";
import { RULES } from "../rules/table.ts";

/** A site with its file. */
export interface PlacedSite {
  readonly file: CheckedFile;
  readonly site: CheckedSite;
  readonly isFinding: boolean;
}

/** What of a site is reported: itself, or, where it is suppressed itself, its advice. */
export interface Headline {
  readonly verdict: Verdict | "advice";
  readonly rule: RuleId;
  readonly message: string;
}

/** All sites of an outcome in its order, told apart by whether they are findings. */
export function placedSites(outcome: Outcome, failOn: FailOn): PlacedSite[] {
  return outcome.files.flatMap((file) =>
    file.sites.map((site) => ({ file, site, isFinding: isFinding(site, failOn) })),
  );
}

/** The suppression comments that are to be mended, with their files. */
export function faultySuppressions(outcome: Outcome): { file: string; suppression: Suppression }[] {
  return outcome.files.flatMap(({ file, suppressions }) =>
    suppressions.filter(({ state }) => state !== "used").map((suppression) => ({ file, suppression })),
  );
}

/** The headlines under which a site is reported: several where several pieces of advice are all that is left of it. */
export function headlinesOf(site: CheckedSite): readonly Headline[] {
  if (!site.suppressed) return [site];
  return site.advice
    .filter(({ suppressed }) => !suppressed)
    .map(({ rule, message }) => ({ verdict: "advice", rule, message }));
}

/** How many sites there are, in all. */
export interface Tally {
  readonly findings: number;
  /** All sites, suppressed and baselined ones included. */
  readonly verdicts: Record<Verdict, number>;
  /** The same by rule; the rules of advice count the sites that have it. */
  readonly rules: Record<RuleId, number>;
  readonly suppressed: number;
  readonly baselined: number;
}

/** Counts the sites of a run. */
export function tallyOf(placed: readonly PlacedSite[]): Tally {
  const verdicts: Tally["verdicts"] = { rewrite: 0, review: 0, "already-union": 0 };
  const rules = Object.fromEntries(Object.keys(RULES).map((rule) => [rule, 0])) as Tally["rules"];
  for (const { site } of placed) {
    verdicts[site.verdict]++;
    rules[site.rule]++;
    for (const { rule } of site.advice) rules[rule]++;
  }
  return {
    findings: placed.filter((each) => each.isFinding).length,
    verdicts,
    rules,
    suppressed: placed.filter(({ site }) => site.suppressed).length,
    baselined: placed.filter(({ site }) => site.baselined).length,
  };
}
