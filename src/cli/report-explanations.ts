import type { Outcome } from "../model/outcome.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Explanation } from "../report/explain/explanation.ts";
import { EXPLANATION_REPORTS } from "../report/explain/formats.ts";
import { REPORT } from "../report/explain/report-words.ts";
import { type LookedAt, lookedAtSentence } from "../report/looked-at.ts";
import { failureLines, remarkLines } from "../report/problem-lines.ts";
import { visible } from "../report/safe-text.ts";
import { TOOL } from "../report/tool.ts";
import { plain } from "../rules/sentence.ts";
import type { ExplainSettings } from "./explain-settings.ts";
import { fileView, streamView } from "./stream-view.ts";
import { writeReports } from "./write-reports.ts";

/** What the explanations are of. */
interface Explained extends Pick<Outcome, "failures" | "remarks"> {
  readonly provenance: Provenance;
  readonly lookedAt: LookedAt;
}

/**
 * Writes explanations in the formats that were asked for, and on standard error what could not be explained. A report
 * that cannot be written is a failure of the run, which the others then tell.
 *
 * @returns the exit code
 */
export function reportExplanations(
  explanations: readonly Explanation[],
  { provenance, lookedAt, ...problems }: Explained,
  { outputs, color }: Pick<ExplainSettings, "outputs" | "color">,
): 0 | 2 {
  const made = { version: TOOL.version, provenance };
  const notes = [lookedAtSentence(lookedAt)];
  const unwritten = writeReports(outputs, (format, others) =>
    EXPLANATION_REPORTS[format](explanations, {
      failures: [...problems.failures, ...others],
      made,
      notes,
      ...fileView(color),
    }),
  );
  const failures = [...problems.failures, ...unwritten];
  for (const { format, path } of outputs) {
    if (path !== undefined) continue;
    if (format === "pretty" && explanations.length === 0) {
      process.stdout.write(nothingFound(problems.failures.length > 0, lookedAt));
    } else {
      process.stdout.write(
        EXPLANATION_REPORTS[format](explanations, { failures, made, notes, ...streamView(process.stdout, color) }),
      );
    }
  }
  const view = streamView(process.stderr, color);
  const lines = [...remarkLines(problems.remarks, view), ...failureLines(failures, view)];
  if (lines.length > 0) process.stderr.write(`${lines.join("\n")}\n`);
  return failures.length > 0 ? 2 : 0;
}

/** Where something could not be looked at, nothing is known of what is not there; standard error says why. */
const nothingFound = (isUndecided: boolean, lookedAt: LookedAt): string =>
  isUndecided ? "Nothing could be explained.\n" : `${REPORT.nothing}\n${visible(plain(lookedAtSentence(lookedAt)))}\n`;
