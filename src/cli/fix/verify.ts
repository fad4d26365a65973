import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Chosen } from "../../config/with-config.ts";
import type { CheckedFile, Outcome, Problem } from "../../model/outcome.ts";
import { foldersUp } from "../../place/folders.ts";
import { programsOf } from "../../place/tsconfig.ts";
import { missingCompiler } from "../analysis/compiler.ts";
import type { ProjectResults } from "../analysis/project-results.ts";
import { projectInThread } from "../analysis/project-thread.ts";
import { shownPath } from "../files/paths.ts";

const CONFIGS = ["tsconfig.json", "jsconfig.json"];

/**
 * Looks at the rewrites of each file once more, as part of the program of its nearest tsconfig, or of the one that this
 * references: those that would add an error are withdrawn, with the error as the reason. A program that cannot be read is a failure, and the rewrites of its
 * files are not to be applied.
 */
export async function verified<Found extends Outcome>(
  outcome: Found,
  chosen: Chosen,
  workingFolder: string,
): Promise<Found> {
  const missing = missingCompiler();
  if (missing !== undefined && outcome.files.some(({ edits }) => edits.length > 0)) {
    const failure = { kind: "usage", message: `--verify: ${missing}` } as const;
    return withheld({ ...outcome, failures: [...outcome.failures, failure] });
  }
  const failures = [...outcome.failures];
  const remarks = [...outcome.remarks];
  const programs = new Map<string, Promise<ProjectResults | undefined>>();
  const files: CheckedFile[] = [];
  for (const file of outcome.files) {
    if (file.edits.length === 0) {
      files.push(file);
      continue;
    }
    const path = resolve(workingFolder, file.file);
    const config = nearestConfig(path);
    const found = config === undefined ? [] : await Promise.all(programsOf(config).map(programAt));
    const known = found.find((program) => program?.paths.has(path))?.results.get(path);
    if (known?.result.checked && known.source === file.source) {
      files.push({ ...known.result.checked, source: known.source });
    } else if (found.includes(undefined)) {
      files.push({ ...file, edits: [] });
    } else {
      files.push(file);
      remarks.push(notVerified(file.file, config !== undefined));
    }
  }
  return { ...outcome, files, failures, remarks };

  function programAt(config: string): Promise<ProjectResults | undefined> {
    const program = programs.get(config) ?? readProgram(config);
    programs.set(config, program);
    return program;
  }

  async function readProgram(config: string): Promise<ProjectResults | undefined> {
    const project = shownPath(workingFolder, config);
    const results = await projectInThread({ project, ...chosen, workingFolder });
    if (!("failure" in results)) return results;
    const { failure } = results;
    failures.push({ ...failure, message: `${failure.message} Name another with --project=<tsconfig>.` });
    return undefined;
  }
}

/** What was found, with nothing to be applied. */
export const withheld = <Found extends Outcome>(outcome: Found): Found => ({
  ...outcome,
  files: outcome.files.map((file) => ({ ...file, edits: [] })),
});

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
