import { hash } from "node:crypto";
import type { CheckedFile, Outcome, ReplacingDependency } from "../model/outcome.ts";
import type { RuleId } from "../model/rule-ids.ts";
import { quoted } from "../rules/sentence.ts";
import { counted, messageLines } from "./layout.ts";
import { type PlacedSite, placedSites } from "./tally.ts";
import { TextPlaces } from "./text-places.ts";
import type { ReportView } from "./view.ts";

/** What stands in the place of a rule for an installed package: not its code is to be mended here, but its version. */
export const INSTALLED_PACKAGE = "installed-package";

/** One finding, or an advice beside one, as formats for other programs tell it. */
export interface Told {
  /** Its path from the working folder, with slashes. Not made safe. */
  readonly file: string;
  readonly verdict: "rewrite" | "review" | "advice";
  readonly rule: RuleId | typeof INSTALLED_PACKAGE;
  /** On one line, safe for a terminal. */
  readonly message: string;
  /** 1-based, as the reports for people have it. */
  readonly line: number;
  readonly column: number;
  /** The site, and its file's text with its lines; absent for an installed package, whose code is not at hand. */
  readonly found?: PlacedSite & { readonly places: TextPlaces };
  /** 32 hexadecimal digits, unique in a report. They stay while the site's code and its names around it do. */
  readonly fingerprint: string;
}

/**
 * What a run found, for other programs: findings alone, and the advice beside each. What a comment suppresses or the
 * baseline lists is left out, and so is a union, of which only its advice may be a finding.
 */
export function toldOf(outcome: Outcome, { failOn }: Pick<ReportView, "failOn">): Told[] {
  const ranks = new Map<string, number>();
  const identified = ({ identity, ...told }: Identified): Told => {
    const key = JSON.stringify([told.rule, told.file, ...identity]);
    const rank = (ranks.get(key) ?? 0) + 1;
    ranks.set(key, rank);
    return { ...told, fingerprint: hash("sha256", `${key}#${rank}`).slice(0, 32) };
  };
  let last: { readonly file: CheckedFile; readonly places: TextPlaces } | undefined;
  const sites = placedSites(outcome, failOn).filter(({ isFinding }) => isFinding);
  const own = sites.flatMap((placed) => {
    if (last?.file !== placed.file) last = { file: placed.file, places: new TextPlaces(placed.file.source) };
    return toldOfSite(placed, last.places);
  });
  const installed = outcome.dependencies.filter(({ isFinding }) => isFinding).map(toldOfPackage);
  return [...own, ...installed].map(identified);
}

type Identified = Omit<Told, "fingerprint"> & { readonly identity: readonly unknown[] };

function toldOfSite(placed: PlacedSite, places: TextPlaces): Identified[] {
  const { file, site } = placed;
  const { line, column, verdict, identity } = site;
  const of = (rule: RuleId, message: string) => ({
    file: file.file,
    rule,
    message: messageLines(message).join(" "),
    line,
    column,
    found: { ...placed, places },
    identity: [identity.symbols, identity.code],
  });
  const own = site.suppressed || verdict === "already-union" ? [] : [{ ...of(site.rule, site.message), verdict }];
  const advice = site.advice
    .filter(({ suppressed }) => !suppressed)
    .map((each) => ({ ...of(each.rule, each.message), verdict: "advice" as const }));
  return [...own, ...advice];
}

function toldOfPackage({ name, version, folder, sites }: ReplacingDependency): Identified {
  const [first] = sites;
  const message = `the installed ${quoted(`${name} ${version}`)} replaces the requested scope (${counted(sites.length, "place")})`;
  return {
    file: first?.file ?? folder,
    verdict: "review",
    rule: INSTALLED_PACKAGE,
    message: messageLines(message).join(" "),
    line: first?.line ?? 1,
    column: first?.column ?? 1,
    identity: [name, version],
  };
}
