import type { Failure } from "../../model/outcome.ts";
import { MERGE_FORMATS, type MergeFormat } from "../../report/format-names.ts";
import type { Report } from "../../report/merge/document.ts";
import { MERGE_REPORTS, type MergeView } from "../../report/merge/formats.ts";
import { joinShards } from "../../report/merge/join-shards.ts";
import { overviewOf } from "../../report/merge/overview.ts";
import { failureLines } from "../../report/problem-lines.ts";
import { DOCS, TOOL } from "../../report/tool.ts";
import type { ExitCode } from "../exit-codes.ts";
import { outputSettings } from "../output-settings.ts";
import { fileView, streamView } from "../stream-view.ts";
import { UsageError } from "../usage-error.ts";
import { currentFolder } from "../working-folder.ts";
import { writeReports } from "../write-reports.ts";
import { readReports } from "./read-reports.ts";

const NAMES = Object.keys(MERGE_FORMATS) as [MergeFormat, ...MergeFormat[]];

/**
 * The command `merge`: joins reports of `check` to one overview. It reads the reports alone, none of the code.
 *
 * @param paths the reports, as given
 * @param given the options as commander hands them over, in camel case
 * @returns the exit code: the gravest of the reports, and 2 where one cannot be read or joined
 * @throws {UsageError} for wrong options, and without reports
 */
export function merge(paths: readonly string[], given: Readonly<Record<string, unknown>>): ExitCode {
  const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
  const outputs = outputSettings(listOf(given.format), listOf(given.outputFile), NAMES);
  if (paths.length === 0) {
    throw new UsageError(
      "merge needs reports: step-up-union merge <report.json…>, as check --format json writes them.",
    );
  }
  const color = typeof given.color === "boolean" ? given.color : undefined;
  const { reports, failures: unread } = readReports(paths, currentFolder());
  const { runs, failures: unjoined } = joinShards(reports);
  const [run, ...others] = runs;
  const isWhole = others.length === 0 || !outputs.some(({ format }) => format === "check-json");
  if (!isWhole) throw new UsageError(notOneRun(runs.length));
  const known = [...unread, ...unjoined];
  const render = (format: MergeFormat, failures: readonly Failure[], view: Pick<MergeView, "colors">): string => {
    const exitCode = exitCodeOf(runs, failures);
    return MERGE_REPORTS[format](overviewOf(runs, failures), {
      version: TOOL.version,
      docs: DOCS,
      exitCode,
      ...(run && others.length === 0 && { run: run.document }),
      ...view,
    });
  };
  const unwritten = writeReports(outputs, (format, late) => render(format, [...known, ...late], fileView(color)));
  const failures = [...known, ...unwritten];
  for (const { format, path } of outputs) {
    if (path === undefined) process.stdout.write(render(format, failures, streamView(process.stdout, color)));
  }
  const lines = failureLines(failures, streamView(process.stderr, color));
  if (lines.length > 0) process.stderr.write(`${lines.join("\n")}\n`);
  return exitCodeOf(runs, failures);
}

const notOneRun = (count: number): string =>
  `--format=check-json is the report of one run, and these are of ${count}. Give the parts of one run (check --shard), or take --format=json.`;

function exitCodeOf(runs: readonly Report[], failures: readonly Failure[]): ExitCode {
  const codes = runs.map(({ document }) => document.summary.exitCode);
  return failures.length > 0 || codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}
