import { relative, resolve, sep } from "node:path";
import { engineOptions, type OptionValues } from "../model/options.ts";
import type { Failure } from "../model/outcome.ts";
import { planHelper } from "../place/plan-helper.ts";
import { type AnalysisResult, problemOf, resultOf } from "./analysis/analyze-file.ts";

/** What whole-program facts say of the files of a project. */
export interface ProjectResults {
  /** All the project's own files, absolute. */
  readonly paths: ReadonlySet<string>;
  /** Those in which sites were looked for, by their absolute path. */
  readonly results: ReadonlyMap<string, { readonly source: string; readonly result: AnalysisResult }>;
}

/**
 * Analyses a project as a whole. The compiler is loaded for that, and for nothing else.
 *
 * @param project a tsconfig, a jsconfig or a folder, absolute or from the working folder
 */
export async function projectResults(
  project: string,
  values: OptionValues,
  workingFolder: string,
): Promise<ProjectResults | { readonly failure: Failure }> {
  const { analyzeProject } = await import("../project/analyze-project.ts");
  const { ProjectError } = await import("../project/project-error.ts");
  const nameOf = (path: string) => relative(workingFolder, path).split(sep).join("/");
  const texts = new Map<string, string>();
  try {
    const analysis = analyzeProject({
      tsconfig: resolve(workingFolder, project),
      optionsFor(path, source) {
        texts.set(path, source);
        const { plan, vendored } = planHelper(values, path, source, workingFolder);
        return { options: engineOptions(values, plan), ...(vendored && { vendored }) };
      },
    });
    const results = new Map<string, { source: string; result: AnalysisResult }>();
    for (const file of analysis.files) {
      results.set(file.path, {
        source: file.source,
        result: resultOf(nameOf(file.path), file.analysis, file.vendored),
      });
    }
    for (const { path, error } of analysis.problems) {
      const source = texts.get(path) ?? "";
      results.set(path, { source, result: problemOf(nameOf(path), source, error) });
    }
    return { paths: new Set(analysis.paths), results };
  } catch (error) {
    if (error instanceof ProjectError) return { failure: { kind: "usage", file: project, message: error.message } };
    throw error;
  }
}
