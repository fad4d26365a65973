import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Chosen } from "../../config/with-config.ts";
import type { CheckedFile, Outcome } from "../../model/outcome.ts";
import type { Verification } from "../../model/verification.ts";
import { foldersUp } from "../../place/folders.ts";
import { shownPath } from "../../place/shown-path.ts";
import { programsOf } from "../../place/tsconfig.ts";
import { missingCompiler } from "../analysis/compiler.ts";
import type { ProjectResults } from "../analysis/project-results.ts";
import { projectInThread } from "../analysis/project-thread.ts";
import { type Checkable, verificationOf } from "../analysis/verification.ts";

const CONFIGS = ["tsconfig.json", "jsconfig.json"];

/**
 * Looks at the rewrites of each file once more, as part of the program of its nearest tsconfig, or of the one that this
 * references: those that would add an error are withdrawn, with the error as the reason. A program that cannot be read
 * is a failure, and the rewrites of its files are not to be applied.
 */
export async function verified<Found extends Outcome>(
  outcome: Found,
  chosen: Chosen,
  workingFolder: string,
): Promise<Found & { readonly verification?: Verification }> {
  const missing = missingCompiler();
  if (missing !== undefined && outcome.files.some(({ edits }) => edits.length > 0)) {
    const failure = { kind: "usage", message: `--verify: ${missing}` } as const;
    return withheld({ ...outcome, failures: [...outcome.failures, failure] });
  }
  const failures = [...outcome.failures];
  const programs = new Map<string, Promise<ProjectResults | undefined>>();
  const checkable: Checkable[] = [];
  const files: CheckedFile[] = [];
  for (const file of outcome.files) {
    const path = resolve(workingFolder, file.file);
    const config = file.edits.length === 0 ? undefined : nearestConfig(path);
    const found = config === undefined ? [] : await Promise.all(programsOf(config).map(programAt));
    const program = found.find((each) => each?.paths.has(path));
    const known = program?.results.get(path);
    if (program && known?.result.checked && known.source === file.source) {
      const checked = { ...known.result.checked, source: known.source };
      files.push(checked);
      checkable.push({ checked, by: program, path, withdrawn: rewritesIn(file) - rewritesIn(checked) });
    } else if (found.includes(undefined)) {
      files.push({ ...file, edits: [] });
    } else {
      files.push(file);
      const by = program ? "changed" : config === undefined ? "no-config" : "not-included";
      checkable.push({ checked: file, by, path, withdrawn: 0 });
    }
  }
  return { ...outcome, files, failures, verification: verificationOf(checkable) };

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

const rewritesIn = ({ sites }: CheckedFile): number =>
  sites.filter(({ verdict, suppressed }) => verdict === "rewrite" && !suppressed).length;

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
