import pc from "picocolors";
import type { Outcome } from "../model/outcome.ts";
import type { Explanation } from "../report/explain/explanation.ts";
import { EXPLANATION_REPORTS, type ExplanationView } from "../report/explain/formats.ts";
import type { Paint } from "../report/explain/pretty.ts";
import { failureLines, remarkLines } from "../report/problem-lines.ts";
import { wantsColor } from "./color.ts";
import type { ExplainSettings } from "./explain-settings.ts";
import { terminalWidth } from "./terminal-width.ts";
import { UsageError } from "./usage-error.ts";
import { writeOutput } from "./write-output.ts";

/** Writes explanations in the formats that were asked for, and on standard error what could not be explained. */
export function reportExplanations(
  explanations: readonly Explanation[],
  { failures, remarks }: Pick<Outcome, "failures" | "remarks">,
  { outputs, color }: Pick<ExplainSettings, "outputs" | "color">,
): void {
  for (const { format, path } of outputs) {
    const render = EXPLANATION_REPORTS[format];
    if (path !== undefined) write(path, render(explanations, { failures, ...(color && { paint: PAINT }) }));
    else if (format === "pretty" && explanations.length === 0) process.stdout.write(nothingFound(failures.length > 0));
    else process.stdout.write(render(explanations, { failures, ...viewOf(process.stdout, color) }));
  }
  const isColored = wantsColor(color, process.stderr, process.env);
  const view = {
    ...(isColored && { colors: pc.createColors(true) }),
    ...terminalWidth(process.stderr),
  };
  const problems = [...remarkLines(remarks, view), ...failureLines(failures, view)];
  if (problems.length > 0) process.stderr.write(`${problems.join("\n")}\n`);
}

/** @throws {UsageError} if it cannot be written */
function write(path: string, text: string): void {
  const failure = writeOutput(path, text);
  if (failure) throw new UsageError(`${path}: ${failure.message}`);
}

/** Where something could not be looked at, nothing is known of what is not there; standard error says why. */
const nothingFound = (isUndecided: boolean): string =>
  isUndecided ? "Nothing could be explained.\n" : "No step-up handler is there.\n";

function viewOf(stream: NodeJS.WriteStream, color: boolean | undefined): ExplanationView {
  return {
    ...(wantsColor(color, stream, process.env) && { paint: PAINT }),
    ...terminalWidth(stream),
  };
}

const COLORS = pc.createColors(true);

const PAINT: Paint = {
  heading: COLORS.bold,
  verdict: COLORS.yellow,
  code: COLORS.cyan,
  removed: COLORS.red,
  added: COLORS.green,
  quiet: COLORS.dim,
};
