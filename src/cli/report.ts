import pc from "picocolors";
import type { Outcome } from "../model/outcome.ts";
import { CHECK_REPORTS } from "../report/formats.ts";
import { failureLines, remarkLines } from "../report/problem-lines.ts";
import type { ReportView } from "../report/view.ts";
import type { CheckSettings } from "./check-settings.ts";
import { wantsColor } from "./color.ts";
import type { ExitCode } from "./exit-codes.ts";
import { DOCS, TOOL } from "./tool.ts";
import { writeOutput } from "./write-output.ts";

/**
 * Writes the reports that were asked for, and on standard error what could not be decided and what was passed over.
 *
 * @param next commands to go on with, quoted for a shell
 */
export function report(outcome: Outcome, settings: CheckSettings, exitCode: ExitCode, next: readonly string[]): void {
  const { outputs, failOn, quiet } = settings;
  const view: ReportView = { version: TOOL.version, docs: DOCS, failOn, exitCode, quiet, next };
  const problems = [
    ...(quiet ? [] : remarkLines(outcome.remarks, terminal(process.stderr, settings))),
    ...failureLines(outcome.failures, terminal(process.stderr, settings)),
  ];
  for (const { format, path } of outputs) {
    const render = CHECK_REPORTS[format];
    if (path === undefined) process.stdout.write(render(outcome, { ...view, ...terminal(process.stdout, settings) }));
    else writeOutput(path, render(outcome, { ...view, ...(settings.color && { colors: pc.createColors(true) }) }));
  }
  if (problems.length > 0) process.stderr.write(`${problems.join("\n")}\n`);
}

/** How to write to a stream. */
function terminal(stream: NodeJS.WriteStream, { color }: CheckSettings): Pick<ReportView, "colors" | "width"> {
  return {
    ...(wantsColor(color, stream, process.env) && { colors: pc.createColors(true) }),
    ...(stream.isTTY && { width: stream.columns }),
  };
}
