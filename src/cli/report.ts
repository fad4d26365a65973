import pc from "picocolors";
import type { Failure, Outcome } from "../model/outcome.ts";
import { CHECK_REPORTS } from "../report/formats.ts";
import { failureLines, remarkLines } from "../report/problem-lines.ts";
import type { ReportView } from "../report/view.ts";
import type { CheckSettings } from "./check-settings.ts";
import { wantsColor } from "./color.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { slashed } from "./files/paths.ts";
import { terminalWidth } from "./terminal-width.ts";
import { DOCS, TOOL } from "./tool.ts";
import { writeOutput } from "./write-output.ts";

/**
 * Writes the reports that were asked for, and on standard error what could not be decided and what was passed over. A
 * report that cannot be written is a failure of the run, which the others then tell.
 *
 * @param next commands to go on with, quoted for a shell
 * @returns the exit code
 */
export function report(outcome: Outcome, settings: CheckSettings, next: readonly string[]): ExitCode {
  const unwritten = writeFiles(outcome, settings, next);
  if (unwritten.length === 0) return print(outcome, settings, next);
  const whole = { ...outcome, failures: [...outcome.failures, ...unwritten] };
  const names = new Set(unwritten.map(({ file }) => file));
  const written = settings.outputs.filter(({ path }) => path === undefined || !names.has(slashed(path)));
  writeFiles(whole, { ...settings, outputs: written }, next);
  return print(whole, settings, next);
}

/** @returns why those cannot be written that cannot */
function writeFiles(outcome: Outcome, settings: CheckSettings, next: readonly string[]): Failure[] {
  const view = { ...viewOf(outcome, settings, next), ...(settings.color && { colors: pc.createColors(true) }) };
  return settings.outputs.flatMap(
    ({ format, path }) => (path !== undefined && writeOutput(path, CHECK_REPORTS[format](outcome, view))) || [],
  );
}

function print(outcome: Outcome, settings: CheckSettings, next: readonly string[]): ExitCode {
  const { outputs, quiet } = settings;
  const view = viewOf(outcome, settings, next);
  for (const { format, path } of outputs) {
    if (path !== undefined) continue;
    process.stdout.write(CHECK_REPORTS[format](outcome, { ...view, ...terminal(process.stdout, settings) }));
  }
  const problems = [
    ...(quiet ? [] : remarkLines(outcome.remarks, terminal(process.stderr, settings))),
    ...failureLines(outcome.failures, terminal(process.stderr, settings)),
  ];
  if (problems.length > 0) process.stderr.write(`${problems.join("\n")}\n`);
  return view.exitCode;
}

function viewOf(outcome: Outcome, { failOn, quiet }: CheckSettings, next: readonly string[]) {
  const exitCode = exitCodeOf(outcome, failOn);
  return { version: TOOL.version, docs: DOCS, failOn, exitCode, quiet, next } satisfies ReportView;
}

/** How to write to a stream. */
function terminal(stream: NodeJS.WriteStream, { color }: CheckSettings): Pick<ReportView, "colors" | "width"> {
  return {
    ...(wantsColor(color, stream, process.env) && { colors: pc.createColors(true) }),
    ...terminalWidth(stream),
  };
}
