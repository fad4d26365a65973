import type { Failure, Outcome } from "../model/outcome.ts";
import { withoutCommands } from "./ci-commands.ts";
import { messageLines } from "./layout.ts";
import { problemFile } from "./problem-file.ts";
import { uploadPath } from "./repository-path.ts";
import { visible } from "./safe-text.ts";
import { type Told, toldOf } from "./told.ts";
import type { ReportView } from "./view.ts";

/** GitHub's words, as the annotations show them. */
const KINDS = { rewrite: "error", review: "warning", advice: "notice" } as const;

/**
 * What a run found as workflow commands of GitHub Actions, which become annotations: what could not be decided first,
 * then findings and their advice. About ten of a kind are shown for a step.
 *
 * Paths count from the root of the repository.
 *
 * @returns one command a line; empty where nothing is to be said
 */
export function githubReport(outcome: Outcome, view: Pick<ReportView, "failOn" | "provenance">): string {
  const { repositories } = view.provenance;
  const placed = <Of extends { readonly file?: string }>(of: Of): Of =>
    of.file === undefined || of.file.startsWith("--") ? of : { ...of, file: uploadPath(of.file, repositories) };
  const commands = [
    ...outcome.failures.map((failure) => commandOfFailure(placed(failure))),
    ...toldOf(outcome, view).map((told) => commandOf(placed(told))),
  ];
  return commands.map((command) => `${command}\n`).join("");
}

function commandOf(told: Told): string {
  const { verdict, rule, message, file } = told;
  return command(KINDS[verdict], { file: pathOf(file), ...placeOf(told), title: `step-up-union ${rule}` }, message);
}

/** GitHub takes columns only of an annotation on one line. */
function placeOf({ found, line, column }: Told): Properties {
  if (!found) return { line, col: column };
  const at = found.places.units(found.site);
  return at.line === at.endLine
    ? { line: at.line, endLine: at.endLine, col: at.column, endColumn: at.endColumn }
    : { line: at.line, endLine: at.endLine };
}

function commandOfFailure(failure: Failure): string {
  const { line, column, kind } = failure;
  const { file, message } = problemFile(failure);
  const place = { ...(line !== undefined && { line }), ...(column !== undefined && { col: column }) };
  return command(
    "error",
    { ...(file !== undefined && { file: pathOf(file), ...place }), title: `step-up-union: could not decide (${kind})` },
    messageLines(message).join("\n"),
  );
}

type Properties = Readonly<Record<string, string | number>>;

function command(name: string, properties: Properties, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${given.join(",")}::${escaped(withoutCommands(message))}`;
}

/**
 * A path as GitHub finds the file by it. A line feed and a carriage return have escapes of their own; of what else a
 * terminal would obey the file is not found, which is what a terminal is spared for.
 */
const pathOf = (file: string): string =>
  withoutCommands(
    file
      .split(/([\r\n])/)
      .map((part, index) => (index % 2 ? part : visible(part)))
      .join(""),
  );

const escaped = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string): string => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
