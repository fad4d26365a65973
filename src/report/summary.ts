import type { Outcome } from "../model/outcome.ts";
import type { RuleId } from "../model/rule-ids.ts";
import { plain } from "../rules/sentence.ts";
import { RULES } from "../rules/table.ts";
import { counted, wrapped } from "./layout.ts";
import { NO_COLORS, paintLines } from "./paint.ts";
import { madeSentence } from "./provenance.ts";
import { visible } from "./safe-text.ts";
import { headlinesOf, type PlacedSite, tallyOf } from "./tally.ts";
import type { ReportView } from "./view.ts";

/** What a run came to: one line where all is well; else the findings by verdict and rule, the counts, what it was made of, what to do. */
export function summaryText(outcome: Outcome, placed: readonly PlacedSite[], view: ReportView): string {
  const { bold, dim, red, green, cyan } = view.colors ?? NO_COLORS;
  const failures = outcome.failures.length;
  const findings = placed.filter((each) => each.isFinding);
  const counts = countsText(outcome, placed);
  const installed = outcome.dependencies.filter(({ isFinding }) => isFinding).length;
  if (findings.length === 0 && installed > 0 && failures === 0) {
    return `${bold(`${counted(installed, "finding")} in installed packages`)}: ${counts}`;
  }
  if (findings.length === 0) {
    const verdict = cleanText(outcome, placed);
    return `${failures > 0 ? bold(verdict) : green(verdict)}: ${counts}`;
  }
  const files = new Set(findings.map(({ file }) => file.file)).size;
  const where = `${counted(findings.length, "finding")} in ${counted(files, "file")}`;
  const rules = rulesOf(findings);
  const widest = Math.max(...rules.map(({ rule }) => rule.length));
  const most = Math.max(...rules.map(({ count }) => String(count).length));
  return [
    `${bold(where)}: ${verdictsText(findings)}${view.failOn === "never" ? dim(" (--fail-on=never: none fails the run)") : ""}`,
    ...rules.map(({ rule, count }) => {
      const head = `  ${String(count).padStart(most)}  ${rule.padEnd(widest)}  `;
      return head + paintLines(wrapped([RULES[rule].meaning], head.length, view.width), dim);
    }),
    paintLines(wrapped([counts], 0, view.width), dim),
    paintLines(wrapped([visible(plain(madeSentence(view)))], 0, view.width), dim),
    ...(failures > 0 ? [red(`Not everything could be judged (${counted(failures, "failure")}).`)] : []),
    ...(view.next.length > 0 ? ["", "Next:", ...view.next.map((command) => `  ${cyan(visible(command))}`)] : []),
  ].join("\n");
}

/** The same on one line: findings by verdict, whether all could be judged, and the counts. */
export function summaryLine(outcome: Outcome, placed: readonly PlacedSite[], view: ReportView): string {
  const findings = placed.filter((each) => each.isFinding);
  if (findings.length === 0) return summaryText(outcome, placed, view);
  const failures = outcome.failures.length;
  const files = new Set(findings.map(({ file }) => file.file)).size;
  return [
    `${counted(findings.length, "finding")} in ${counted(files, "file")}: ${verdictsText(findings)}`,
    ...(failures > 0 ? [`not everything could be judged (${counted(failures, "failure")})`] : []),
    countsText(outcome, placed),
  ].join("; ");
}

/** What there is to say where nothing is a finding. */
function cleanText({ failures, dependencies }: Outcome, placed: readonly PlacedSite[]): string {
  if (failures.length > 0) {
    return `No findings, but not everything could be judged (${counted(failures.length, "failure")})`;
  }
  // Handlers that replace are there, only none that counts.
  if (placed.some(({ site }) => site.verdict !== "already-union")) return "No findings";
  const whose = dependencies.length > 0 ? "step-up handler of your own" : "step-up handler";
  return `No ${whose} replaces the requested scope`;
}

/** The rules of the findings in the order in which documentation lists them, with how often each is a finding's. */
function rulesOf(findings: readonly PlacedSite[]): { rule: RuleId; count: number }[] {
  const named = findings.flatMap(({ site }) => headlinesOf(site).map(({ rule }) => rule));
  return (Object.keys(RULES) as RuleId[])
    .map((rule) => ({ rule, count: named.filter((each) => each === rule).length }))
    .filter(({ count }) => count > 0);
}

function verdictsText(findings: readonly PlacedSite[]): string {
  const named = findings.map(({ site }) => headlinesOf(site)[0]?.verdict);
  return (["rewrite", "review", "advice"] as const)
    .map((verdict) => ({ verdict, count: named.filter((each) => each === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`)
    .join(", ");
}

/** `123 files checked, 2 parsed, 0.4 s`, and what is not listed. */
function countsText({ counts, stale }: Outcome, placed: readonly PlacedSite[]): string {
  const { verdicts, suppressed, baselined } = tallyOf(placed);
  const unlisted = [
    verdicts["already-union"] > 0 && counted(verdicts["already-union"], "union already", "unions already"),
    suppressed > 0 && `${suppressed} suppressed`,
    baselined > 0 && `${baselined} in the baseline`,
    stale && stale.length > 0 && `${counted(stale.length, "entry", "entries")} of the baseline without a site`,
  ].filter((part) => part !== false && part !== undefined);
  const seconds = (counts.milliseconds / 1000).toFixed(1);
  const files = `${counted(counts.selected, "file")} checked, ${counts.parsed} parsed`;
  const handlers = counted(counts.handlers, "step-up handler");
  return [files, ...(counts.parsed > 0 ? [`${handlers} recognised`] : []), ...unlisted, `${seconds} s`].join(", ");
}
