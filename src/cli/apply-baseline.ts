import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Baseline, BaselineEntry } from "../baseline/baseline.ts";
import { BaselineError } from "../baseline/baseline-error.ts";
import { type Covers, matchBaseline, updatedBaseline } from "../baseline/match.ts";
import { writeBaseline } from "../baseline/write.ts";
import type { Failure, Outcome } from "../model/outcome.ts";
import type { CheckResult } from "./check-files.ts";
import type { CheckRequest } from "./check-request.ts";
import { restrictTo } from "./files/restrict.ts";

/**
 * Takes what a baseline lists out of the findings, and writes the baseline where that is asked for.
 *
 * @param write `update`: list today's findings; `prune`: take out what has no site any more
 * @returns what is left; a baseline that cannot be written is a failure of the run, which does not cost the report
 */
export function applyBaseline(
  result: CheckResult,
  baseline: Baseline,
  write: "update" | "prune" | undefined,
  paths: readonly string[],
  request: CheckRequest,
): Outcome {
  const { entries, place } = baseline;
  const covers = coverage(result, entries, paths, { ...request, workingFolder: place.workingFolder });
  const match = matchBaseline(entries, result.files, covers);
  if (write === undefined) return { ...result, files: match.files, stale: match.stale };
  const wanted = write === "update" ? updatedBaseline(entries, result.files, covers) : match.kept;
  const failure = refusalOf(() => writeBaseline(baseline, wanted));
  // The sites are told with the baseline as it is.
  if (failure) return { ...result, failures: [...result.failures, failure], files: match.files, stale: match.stale };
  const { files, stale } = matchBaseline(wanted, result.files, covers);
  return { ...result, files, stale };
}

/** Why a baseline cannot be written; undefined where it was. */
function refusalOf(write: () => void): Failure | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    if (error instanceof BaselineError) return error.failure;
    throw error;
  }
}

/** Whether this run would have found a site in a file: it looked there, or the file is gone from where it looked. */
function coverage(
  { selected, failures }: CheckResult,
  entries: readonly BaselineEntry[],
  paths: readonly string[],
  {
    workingFolder,
    ignorePatterns = [],
    config,
    gitignore = true,
    since,
    staged,
    stdin,
  }: CheckRequest & { workingFolder: string },
): Covers {
  const failed = new Set(failures.map(({ file }) => file));
  const isPart = since !== undefined || staged === true || stdin !== undefined;
  const missing = isPart
    ? []
    : [...new Set(entries.map(({ file }) => file))]
        .map((file) => ({ name: file, path: resolve(workingFolder, file) }))
        .filter(({ name, path }) => !selected.has(name) && !existsSync(path));
  const silent = { failure() {}, remark() {} };
  const gone = restrictTo(
    missing,
    { paths, workingFolder, ignorePatterns, ...(config && { config }), gitignore },
    silent,
  );
  const names = new Set(gone.map(({ name }) => name));
  return (file) => !failed.has(file) && (selected.has(file) || names.has(file));
}
