import type { Outcome, ReplacingDependency, StaleEntry } from "../model/outcome.ts";
import { Lines } from "../parse/lines.ts";
import { withoutCommands } from "./ci-commands.ts";
import { type Fingerprints, fingerprintsOf } from "./fingerprint.ts";
import { counted, messageLines, placeOf, wrapped } from "./layout.ts";
import { NO_COLORS } from "./paint.ts";
import { visible } from "./safe-text.ts";
import { shellWord } from "./shell-word.ts";
import { headlineText, siteBlock } from "./site-block.ts";
import { summaryText } from "./summary.ts";
import { faultySuppressions, type PlacedSite, placedSites } from "./tally.ts";
import type { ReportView } from "./view.ts";

/**
 * What a run found, for people: in a terminal, or in the log of a CI run.
 *
 * Findings come first and in full; then what else is to be mended, and a summary. Failures and remarks are not in it:
 * they belong to standard error (`failureLines`, `remarkLines`). Nothing of the code under review, its file names
 * included, reaches a terminal as anything but visible characters, or a CI system as a command.
 *
 * @returns lines that end with a line feed; empty where nothing is to be said
 */
export function prettyReport(outcome: Outcome, view: ReportView): string {
  const placed = placedSites(outcome, view.failOn);
  const sections = [
    ...findingBlocks(placed, view),
    ...(view.quiet
      ? []
      : [otherSites(placed, view), suppressionsToMend(outcome, view), staleEntries(outcome.stale ?? [], view)]),
    dependencyLines(outcome.dependencies, view),
    view.quiet ? "" : unrecognisedLines(outcome.unrecognised, view),
    view.quiet ? "" : summaryText(outcome, placed, view),
  ].filter((section) => section !== "");
  return sections.length > 0 ? withoutCommands(`${sections.join("\n\n")}\n`) : "";
}

/** The findings, those of one file below its name. */
function findingBlocks(placed: readonly PlacedSite[], view: ReportView): string[] {
  const { bold, underline } = view.colors ?? NO_COLORS;
  let current: { readonly name: string; readonly lines: Lines; readonly prints: Fingerprints } | undefined;
  const told = new Set<string>();
  return placed
    .filter((each) => each.isFinding)
    .map(({ file, site }) => {
      const isNew = current?.name !== file.file;
      if (!current || isNew) {
        const prints = fingerprintsOf(file, view.provenance.repositories);
        current = { name: file.file, lines: new Lines(file.source), prints };
      }
      const block = siteBlock(file, current.lines, site, view, told, current.prints);
      return isNew ? `${bold(underline(visible(file.file)))}\n${block}` : block;
    });
}

/** What would be a finding under a stricter --fail-on, a line each. */
function otherSites(placed: readonly PlacedSite[], view: ReportView): string {
  const others = placed.filter(
    ({ site, isFinding }) => !isFinding && site.verdict !== "already-union" && !site.suppressed && !site.baselined,
  );
  return section(
    `No findings under --fail-on=${view.failOn}:`,
    others.map(({ file, site }) => headlineText(site, site, view, placeOf({ ...site, file: file.file }))),
    view,
  );
}

function suppressionsToMend(outcome: Outcome, view: ReportView): string {
  const { dim } = view.colors ?? NO_COLORS;
  return section(
    "Suppressions to mend:",
    faultySuppressions(outcome).map(({ file, suppression }) => {
      const text = `${suppression.state}  ${messageLines(suppression.message ?? "").join(" ")}`;
      return `  ${dim(placeOf({ ...suppression, file }))}  ${wrapped([text], 4, view.width)}`;
    }),
    view,
  );
}

function staleEntries(stale: readonly StaleEntry[], view: ReportView): string {
  const { dim } = view.colors ?? NO_COLORS;
  return section(
    "Entries of the baseline without a site; --prune-baseline takes them out:",
    stale.map(({ rule, file, symbols }) => {
      const inside = symbols.length > 0 ? `  ${dim(visible(symbols.join(" > ")))}` : "";
      return `  ${visible(file)}  ${visible(rule)}${inside}`;
    }),
    view,
  );
}

/** The installed packages that replace, one line each. */
function dependencyLines(dependencies: readonly ReplacingDependency[], view: ReportView): string {
  const { colors = NO_COLORS, quiet } = view;
  return dependencies
    .filter(({ isFinding }) => isFinding || !quiet)
    .map(({ name, version, folder, sites, isFinding }) => {
      const subject = `${isFinding ? colors.red("Finding: the installed") : colors.yellow("The installed")} ${colors.bold(visible(`${name} ${version}`))}`;
      const command = colors.cyan(`${view.command} check ${shellWord(folder)}`);
      return `${subject} replaces the requested scope (${counted(sites.length, "place")}); see: ${command}`;
    })
    .join("\n");
}

/** So many names are told unasked. */
const MOST_NAMES = 3;

/** The files whose silence says nothing. */
function unrecognisedLines(files: readonly string[], { colors = NO_COLORS, list, width }: ReportView): string {
  if (files.length === 0) return "";
  const where = `${counted(files.length, "file")} that ${files.length === 1 ? "holds" : "hold"} the error code of a challenge`;
  const title = `No step-up handler was recognised in ${where}`;
  if (list) return [colors.bold(`${title}:`), ...files.map((file) => `  ${visible(file)}`)].join("\n");
  const named = files.slice(0, MOST_NAMES).map(visible).join(", ");
  const more = files.length > MOST_NAMES ? ` and ${files.length - MOST_NAMES} more (--list names them)` : "";
  return colors.dim(wrapped([`${title}: ${named}${more}.`], 2, width));
}

function section(title: string, lines: readonly string[], { colors = NO_COLORS }: ReportView): string {
  return lines.length > 0 ? [colors.bold(title), ...lines].join("\n") : "";
}
