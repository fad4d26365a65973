import type { CheckedFile, Outcome, ReplacingDependency } from "../model/outcome.ts";
import type { RuleId } from "../model/rule-ids.ts";
import { quoted } from "../rules/sentence.ts";
import { type Fingerprints, fingerprint, fingerprintsOf } from "./fingerprint.ts";
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
  /** 16 hexadecimal digits, unique in a report. They stay while the site's code and the names around it do. */
  readonly fingerprint: string;
}

/**
 * What a run found, for other programs: findings alone, and the advice beside each. What a comment suppresses or the
 * baseline lists is left out, and so is a union, of which only its advice may be a finding.
 */
export function toldOf(outcome: Outcome, { failOn, provenance }: Pick<ReportView, "failOn" | "provenance">): Told[] {
  let last: Context | undefined;
  const sites = placedSites(outcome, failOn).filter(({ isFinding }) => isFinding);
  const own = sites.flatMap((placed) => {
    const { file } = placed;
    if (last?.file !== file) {
      const prints = fingerprintsOf(file, provenance.repositories);
      last = { file, places: new TextPlaces(file.source), prints };
    }
    return toldOfSite(placed, last);
  });
  return [...own, ...outcome.dependencies.filter(({ isFinding }) => isFinding).map(toldOfPackage)];
}

/** What the sites of a file have in common. */
interface Context {
  readonly file: CheckedFile;
  readonly places: TextPlaces;
  readonly prints: Fingerprints;
}

function toldOfSite(placed: PlacedSite, { places, prints }: Context): Told[] {
  const { file, site } = placed;
  const { line, column, verdict } = site;
  const of = (rule: RuleId, message: string) => ({
    file: file.file,
    rule,
    message: messageLines(message).join(" "),
    line,
    column,
    found: { ...placed, places },
    fingerprint: prints(site, rule),
  });
  const own = site.suppressed || verdict === "already-union" ? [] : [{ ...of(site.rule, site.message), verdict }];
  const advice = site.advice
    .filter(({ suppressed }) => !suppressed)
    .map((each) => ({ ...of(each.rule, each.message), verdict: "advice" as const }));
  return [...own, ...advice];
}

/** What is said of an installed package that replaces, on one line and safe for a terminal. */
export const packageMessage = ({ name, version, sites }: Pick<ReplacingDependency, "name" | "version" | "sites">) =>
  messageLines(
    `the installed ${quoted(`${name} ${version}`)} replaces the requested scope (${counted(sites.length, "place")})`,
  ).join(" ");

function toldOfPackage(dependency: ReplacingDependency): Told {
  const { name, version, folder, sites } = dependency;
  const [first] = sites;
  const file = first?.file ?? folder;
  return {
    file,
    verdict: "review",
    rule: INSTALLED_PACKAGE,
    message: packageMessage(dependency),
    line: first?.line ?? 1,
    column: first?.column ?? 1,
    fingerprint: fingerprint([INSTALLED_PACKAGE, file, name, version]),
  };
}
