import type { Failure, Outcome, Problem } from "../model/outcome.ts";
import { withoutCommands } from "./ci-commands.ts";
import { messageLines, placeOf, wrapped } from "./layout.ts";
import { type Colors, NO_COLORS } from "./paint.ts";
import { faultySuppressions } from "./tally.ts";
import type { ReportView } from "./view.ts";

type ProblemView = Pick<ReportView, "colors" | "width">;

/**
 * What could not be decided, for standard error, safe for a terminal.
 *
 * @returns no line where there is no failure
 */
export function failureLines(failures: readonly Failure[], view: ProblemView): string[] {
  const { red, bold } = view.colors ?? NO_COLORS;
  return section(failures, "Could not decide:", (title) => red(bold(title)), view);
}

/**
 * What was passed over without harm to the result, for standard error, safe for a terminal.
 *
 * @returns no line where there is no remark
 */
export function remarkLines(remarks: readonly Problem[], view: ProblemView): string[] {
  const { bold } = view.colors ?? NO_COLORS;
  return section(remarks, "Remarks:", bold, view);
}

/**
 * The comments that are meant to suppress a finding and do not, for standard error, safe for a terminal.
 *
 * @returns no line where there is none
 */
export function suppressionLines(outcome: Outcome, view: ProblemView): string[] {
  const { bold } = view.colors ?? NO_COLORS;
  const faulty = faultySuppressions(outcome).map(({ file, suppression: { line, column, state, message = "" } }) => ({
    file,
    line,
    column,
    message: `${state}  ${message}`,
  }));
  return section(faulty, "Suppressions to mend:", bold, view);
}

function section(
  problems: readonly Problem[],
  title: string,
  paint: (title: string) => string,
  view: ProblemView,
): string[] {
  if (problems.length === 0) return [];
  const colors = view.colors ?? NO_COLORS;
  return [
    paint(title),
    ...problems.flatMap((problem) => withoutCommands(problemText(problem, colors, view.width)).split("\n")),
  ];
}

const HANG = 4;

function problemText({ file, line, column, message }: Problem, colors: Colors, width: number | undefined): string {
  const [first = "", ...more] = messageLines(message);
  if (file === undefined) return `  ${wrapped([first, ...more], HANG, width)}`;
  const place = placeOf({ file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) });
  // A path is wrapped with its message: it may be as long as a line itself.
  const text = wrapped([`${place}  ${first}`, ...more], HANG, width);
  return `  ${text.startsWith(place) ? `${colors.bold(place)}${text.slice(place.length)}` : text}`;
}
