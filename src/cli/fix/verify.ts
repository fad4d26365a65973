import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { OptionValues } from "../../model/options.ts";
import type { CheckedFile, Outcome, Problem } from "../../model/outcome.ts";
import { foldersUp } from "../../place/folders.ts";
import type { ProjectResults } from "../analysis/project-results.ts";
import { projectInThread } from "../analysis/project-thread.ts";

const CONFIGS = ["tsconfig.json", "jsconfig.json"];

/**
 * Looks at the rewrites of each file once more, as part of the program of its nearest tsconfig: those that would add an
 * error are withdrawn, with the error as the reason. A program that cannot be read is a failure, and the rewrites of its
 * files are not to be applied.
 */
export async function verified<Found extends Outcome>(
  outcome: Found,
  values: OptionValues,
  workingFolder: string,
): Promise<Found> {
  const failures = [...outcome.failures];
  const remarks = [...outcome.remarks];
  const programs = new Map<string, ProjectResults | undefined>();
  const files: CheckedFile[] = [];
  for (const file of outcome.files) {
    if (file.edits.length === 0) {
      files.push(file);
      continue;
    }
    const path = resolve(workingFolder, file.file);
    const config = nearestConfig(path);
    if (config !== undefined && !programs.has(config)) {
      const name = relative(workingFolder, config).split(sep).join("/");
      const results = await projectInThread({ project: name, values, workingFolder });
      if ("failure" in results) failures.push(results.failure);
      programs.set(config, "failure" in results ? undefined : results);
    }
    const program = config === undefined ? undefined : programs.get(config);
    const known = program?.results.get(path);
    if (known?.result.checked && known.source === file.source) {
      files.push({ ...known.result.checked, source: known.source });
    } else if (config !== undefined && !program) {
      files.push({ ...file, edits: [] });
    } else {
      files.push(file);
      remarks.push(notVerified(file.file, config !== undefined));
    }
  }
  return { ...outcome, files, failures, remarks };
}

function nearestConfig(path: string): string | undefined {
  for (const folder of foldersUp(dirname(path))) {
    for (const name of CONFIGS) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

function notVerified(file: string, hasConfig: boolean): Problem {
  const why = hasConfig ? "The nearest tsconfig does not include it" : "There is no tsconfig above it";
  return { file, message: `${why}, so its rewrites were not type-checked. Name another with --project=<tsconfig>.` };
}
