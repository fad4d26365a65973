import type { Outcome } from "../model/outcome.ts";
import type { Provenance } from "../model/provenance.ts";
import type { FileChange } from "../report/file-change.ts";
import type { CheckFormat } from "../report/format-names.ts";
import { type CheckReport, checkReport } from "../report/formats.ts";
import { failureLines, remarkLines, suppressionLines } from "../report/problem-lines.ts";
import { DOCS, TOOL } from "../report/tool.ts";
import type { ReportView } from "../report/view.ts";
import type { ChangedFiles } from "./changed-files.ts";
import type { CheckSettings } from "./check-settings.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { fixOptions, siteOptions, usableOf } from "./same-options.ts";
import { fileView, streamView } from "./stream-view.ts";
import { toolCommand } from "./tool-command.ts";
import { currentFolder } from "./working-folder.ts";
import { writeReports } from "./write-reports.ts";

/**
 * Writes the reports that were asked for, and on standard error what could not be decided and what was passed over. A
 * report that cannot be written is a failure of the run, which the others then tell.
 *
 * @param told what the reports say beside the outcome
 * @returns the exit code
 */
export async function report(outcome: Outcome, settings: CheckSettings, told: RunTold): Promise<ExitCode> {
  const { outputs, color } = settings;
  const { changes, failures: unchanged } = await changesOf(outcome, settings);
  const all = withFailures(outcome, unchanged);
  const writers = new Map<CheckFormat, CheckReport>();
  for (const { format } of outputs) writers.set(format, await checkReport(format));
  const written = (format: CheckFormat, result: Outcome, view: ReportView) => writers.get(format)?.(result, view) ?? "";
  const run = { settings, ...told, changes, written };
  const unwritten = writeReports(outputs, (format, failures) => {
    const result = withFailures(all, failures);
    return written(format, result, { ...viewOf(result, run), ...fileView(color) });
  });
  return print(withFailures(all, unwritten), run);
}

/** What reports say beside the outcome. */
interface RunTold {
  /** Commands to go on with, quoted for a shell. */
  readonly next: readonly string[];
  readonly provenance: Provenance;
}

/** What all reports of a run are made with. */
interface Run extends RunTold {
  readonly settings: CheckSettings;
  readonly changes: readonly FileChange[];
  written(format: CheckFormat, outcome: Outcome, view: ReportView): string;
}

/** What a patch holds: the disk is looked at only for one. */
async function changesOf(
  { files }: Outcome,
  { outputs, failOn, request, stdinName }: CheckSettings,
): Promise<ChangedFiles> {
  if (!outputs.some(({ format }) => format === "diff")) return { changes: [], failures: [] };
  const { changedFiles } = await import("./changed-files.ts");
  const isOnDisk = stdinName === undefined && request.staged !== true;
  return changedFiles(files, { failOn, workingFolder: currentFolder(), isOnDisk });
}

const withFailures = (outcome: Outcome, failures: Outcome["failures"]): Outcome => ({
  ...outcome,
  failures: [...outcome.failures, ...failures],
});

function print(outcome: Outcome, run: Run): ExitCode {
  const { outputs, quiet, color } = run.settings;
  const view = viewOf(outcome, run);
  for (const { format, path } of outputs) {
    if (path !== undefined) continue;
    process.stdout.write(run.written(format, outcome, { ...view, ...streamView(process.stdout, color) }));
  }
  const errorView = streamView(process.stderr, color);
  const problems = [
    ...(quiet ? [] : remarkLines(outcome.remarks, errorView)),
    ...(quiet || outputs.some(tellsOfSuppressions) ? [] : suppressionLines(outcome, errorView)),
    ...failureLines(outcome.failures, errorView),
  ];
  if (problems.length > 0) process.stderr.write(`${problems.join("\n")}\n`);
  return view.exitCode;
}

/** Whether what is printed says which suppressions are to be mended; what a file says, nobody may see. */
const tellsOfSuppressions = ({ format, path }: CheckSettings["outputs"][number]): boolean =>
  path === undefined && (format === "pretty" || format === "json");

function viewOf(outcome: Outcome, { settings, next, provenance, changes }: Run): ReportView {
  const { failOn, quiet, list } = settings;
  const request = usableOf(settings.request, outcome.failures);
  const exitCode = exitCodeOf(outcome, failOn);
  return {
    version: TOOL.version,
    docs: DOCS,
    provenance,
    failOn,
    exitCode,
    quiet,
    list,
    command: toolCommand(currentFolder()),
    options: siteOptions(request),
    fixOptions: fixOptions(request),
    next,
    changes,
  };
}
