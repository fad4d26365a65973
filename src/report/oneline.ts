import type { Failure, Outcome } from "../model/outcome.ts";
import { withoutCommands } from "./ci-commands.ts";
import { messageLines, placeOf } from "./layout.ts";
import { problemFile } from "./problem-file.ts";
import { summaryLine } from "./summary.ts";
import { placedSites } from "./tally.ts";
import { type Told, toldOf } from "./told.ts";
import type { ReportView } from "./view.ts";

/**
 * What a run found, a line each: what could not be decided, findings and their advice, and last a summary.
 *
 * @returns lines that end with a line feed; under `quiet` without the summary
 */
export function onelineReport(outcome: Outcome, view: ReportView): string {
  const { colors: _, ...plain } = view;
  const lines = [
    ...outcome.failures.map(lineOfFailure),
    ...toldOf(outcome, view).map(lineOf),
    ...(view.quiet ? [] : [summaryLine(outcome, placedSites(outcome, view.failOn), plain)]),
  ];
  return withoutCommands(lines.map((line) => `${line}\n`).join(""));
}

const lineOf = (told: Told): string => `${placeOf(told)}: ${told.verdict} ${told.rule}: ${told.message}`;

function lineOfFailure(failure: Failure): string {
  const { file, message } = problemFile(failure);
  const { line, column, kind } = failure;
  const position = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  const place = file === undefined ? "" : `${placeOf({ file, ...position })}: `;
  return `${place}error ${kind}: ${messageLines(message).join(" ")}`;
}
