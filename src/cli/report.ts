import type { Outcome } from "../model/outcome.ts";
import { CHECK_REPORTS } from "../report/formats.ts";
import { failureLines, remarkLines } from "../report/problem-lines.ts";
import type { ReportView } from "../report/view.ts";
import type { CheckSettings } from "./check-settings.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { fileView, streamView } from "./stream-view.ts";
import { DOCS, TOOL } from "./tool.ts";
import { writeReports } from "./write-reports.ts";

/**
 * Writes the reports that were asked for, and on standard error what could not be decided and what was passed over. A
 * report that cannot be written is a failure of the run, which the others then tell.
 *
 * @param next commands to go on with, quoted for a shell
 * @returns the exit code
 */
export function report(outcome: Outcome, settings: CheckSettings, next: readonly string[]): ExitCode {
  const { outputs, color } = settings;
  const unwritten = writeReports(outputs, (format, failures) => {
    const told = withFailures(outcome, failures);
    return CHECK_REPORTS[format](told, { ...viewOf(told, settings, next), ...fileView(color) });
  });
  return print(withFailures(outcome, unwritten), settings, next);
}

const withFailures = (outcome: Outcome, failures: Outcome["failures"]): Outcome => ({
  ...outcome,
  failures: [...outcome.failures, ...failures],
});

function print(outcome: Outcome, settings: CheckSettings, next: readonly string[]): ExitCode {
  const { outputs, quiet, color } = settings;
  const view = viewOf(outcome, settings, next);
  for (const { format, path } of outputs) {
    if (path !== undefined) continue;
    process.stdout.write(CHECK_REPORTS[format](outcome, { ...view, ...streamView(process.stdout, color) }));
  }
  const errorView = streamView(process.stderr, color);
  const problems = [
    ...(quiet ? [] : remarkLines(outcome.remarks, errorView)),
    ...failureLines(outcome.failures, errorView),
  ];
  if (problems.length > 0) process.stderr.write(`${problems.join("\n")}\n`);
  return view.exitCode;
}

function viewOf(outcome: Outcome, { failOn, quiet, list }: CheckSettings, next: readonly string[]): ReportView {
  return { version: TOOL.version, docs: DOCS, failOn, exitCode: exitCodeOf(outcome, failOn), quiet, list, next };
}
