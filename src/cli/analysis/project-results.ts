import { resolve } from "node:path";
import { factsOfNames } from "../../config/roles.ts";
import type { Chosen } from "../../config/with-config.ts";
import { engineOptions } from "../../model/options.ts";
import type { Failure } from "../../model/outcome.ts";
import type { WhyUnchecked } from "../../model/verification.ts";
import { codeOf } from "../../place/error-code.ts";
import { planHelper } from "../../place/plan-helper.ts";
import { shownPath } from "../../place/shown-path.ts";
import { unreadable } from "../../place/system-error.ts";
import { analyzeProject } from "../../project/analyze-project.ts";
import { ProjectError } from "../../project/project-error.ts";
import { type AnalysisResult, problemOf, resultOf } from "./analyze-file.ts";

/** A project to be analysed. Plain data, so that it can go to another thread. */
export interface ProjectRequest extends Chosen {
  /** A tsconfig, a jsconfig or a folder, absolute or from the working folder. */
  readonly project: string;
  /** Where paths begin, absolute. */
  readonly workingFolder: string;
}

/** What whole-program facts say of the files of a project. */
export interface ProjectResults {
  /** All the project's own files, absolute. */
  readonly paths: ReadonlySet<string>;
  /** Those in which sites were looked for, by their absolute path. */
  readonly results: ReadonlyMap<string, ProjectResult>;
  /** Its configuration, or its folder, from the working folder. */
  readonly config: string;
  /** The version of TypeScript that checked its types. */
  readonly compiler: string;
}

interface ProjectResult {
  readonly source: string;
  readonly result: AnalysisResult;
  /** Why its types were not checked; absent where they were. */
  readonly unchecked?: WhyUnchecked;
}

/** Analyses a project as a whole, with the compiler. */
export function projectResults({
  project,
  values,
  names,
  workingFolder,
}: ProjectRequest): ProjectResults | { readonly failure: Failure } {
  const nameOf = (path: string) => shownPath(workingFolder, path);
  const texts = new Map<string, string>();
  try {
    const analysis = analyzeProject({
      tsconfig: resolve(workingFolder, project),
      optionsFor(path, source) {
        texts.set(path, source);
        const { plan, vendored } = planHelper(values, path, source, workingFolder);
        const facts = factsOfNames(names, path);
        return { options: engineOptions(values, plan), ...(vendored && { vendored }), ...(facts && { facts }) };
      },
    });
    const results = new Map<string, ProjectResult>();
    for (const { path, source, analysis: found, vendored, unchecked } of analysis.files) {
      const result = resultOf(nameOf(path), found, vendored);
      results.set(path, { source, result, ...(unchecked && { unchecked }) });
    }
    for (const { path, error } of analysis.problems) {
      const isUnread = !texts.has(path) && codeOf(error) !== undefined;
      const source = texts.get(path) ?? "";
      const result = isUnread ? { failure: unreadable(nameOf(path), error) } : problemOf(nameOf(path), source, error);
      results.set(path, { source, result });
    }
    const { paths, name, compiler } = analysis;
    return { paths: new Set(paths), results, config: nameOf(name), compiler };
  } catch (error) {
    if (error instanceof ProjectError) return { failure: { kind: "usage", file: project, message: error.message } };
    throw error;
  }
}
