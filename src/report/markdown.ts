import { isFinding, type Outcome } from "../model/outcome.ts";
import { withoutCommands } from "./ci-commands.ts";
import { explainAll } from "./explain/explain.ts";
import { codeSpan, inertText } from "./explain/inert-markdown.ts";
import { COMMENT_LIMIT, markdownExplanations } from "./explain/markdown.ts";
import { allFingerprints } from "./fingerprint.ts";
import { madeSentence } from "./provenance.ts";
import { summaryLine } from "./summary.ts";
import { placedSites } from "./tally.ts";
import { fixCallOf, type ReportView } from "./view.ts";

/** What whoever posts the report may put before it, in characters. */
const ROOM_FOR_MARKS = 1_000;

/**
 * What a run found, for a pull request, as Markdown that fits into a comment: its findings as `explain` explains them,
 * the installed packages that are findings, and what could not be decided.
 *
 * @returns lines that end with a line feed; empty under `quiet` where nothing is to be said
 */
export function markdownReport(outcome: Outcome, view: ReportView): string {
  const { colors: _, width: __, ...plain } = view;
  const found = outcome.files.map((file) => ({
    ...file,
    sites: file.sites.filter((site) => isFinding(site, view.failOn)),
  }));
  const explanations = explainAll(found, fixCallOf(view), allFingerprints(outcome.files, view.provenance));
  const notes = outcome.dependencies
    .filter((each) => each.isFinding)
    .map(
      ({ name, version }) => `The installed package ${codeSpan(`${name} ${version}`)} replaces the requested scope.`,
    );
  if (view.quiet && explanations.length + notes.length + outcome.failures.length === 0) return "";
  const nothing = inertText(`${summaryLine(outcome, placedSites(outcome, view.failOn), plain)}.`);
  const limit = COMMENT_LIMIT - ROOM_FOR_MARKS;
  return withoutCommands(
    markdownExplanations(explanations, limit, outcome.failures, { notes, nothing, made: madeSentence(view) }),
  );
}
