import { type Analysis, analyze } from "../../analyze.ts";
import { factsOfNames } from "../../config/roles.ts";
import type { Chosen } from "../../config/with-config.ts";
import { engineOptions } from "../../model/options.ts";
import type { CheckedFile, Failure, Problem } from "../../model/outcome.ts";
import { SourceSyntaxError, SourceTooDeepError } from "../../parse/syntax-error.ts";
import { holdsErrorCode } from "../../parse/text-test.ts";
import { PlacementError } from "../../place/placement-error.ts";
import { planHelper } from "../../place/plan-helper.ts";
import { crash } from "./crash.ts";

/** One file to be analysed. Plain data, so that it can go to another thread. */
export interface AnalysisRequest extends Chosen {
  /** Absolute. */
  readonly path: string;
  /** As reports name it. */
  readonly file: string;
  readonly source: string;
  /** Where paths in options begin, absolute. */
  readonly workingFolder: string;
}

/** What came of it: at most one of the first three. */
export interface AnalysisResult {
  readonly checked?: Omit<CheckedFile, "source">;
  readonly failure?: Failure;
  readonly remark?: Problem;
  /** How many step-up handlers were recognised; absent where the text could not be analysed. */
  readonly handlers?: number;
}

/** Analyses one file by itself. Never throws: what goes wrong is part of the result. */
export function analyzeFile({ path, file, source, values, names, workingFolder }: AnalysisRequest): AnalysisResult {
  try {
    const { plan, vendored } = planHelper(values, path, source, workingFolder);
    return resultOf(file, analyze(source, path, engineOptions(values, plan), factsOfNames(names, path)), vendored);
  } catch (error) {
    return problemOf(file, source, error);
  }
}

/**
 * An analysis as a report needs it.
 *
 * @param vendored the file that would hold the helper
 */
export function resultOf(
  file: string,
  { sites, edits, suppressions, helper, handlers }: Analysis,
  vendored?: CheckedFile["vendored"],
): AnalysisResult {
  if (sites.length === 0 && suppressions.length === 0) return { handlers };
  const checked = { file, sites, edits, suppressions, ...(helper === "vendor" && vendored && { vendored }) };
  return { checked, handlers };
}

/**
 * What an error of the analysis means for the run. A file that does not parse is a candidate only if it holds the error
 * code of a challenge.
 */
export function problemOf(file: string, source: string, error: unknown): AnalysisResult {
  if (error instanceof SourceTooDeepError || error instanceof RangeError) {
    const message = `it is nested too deeply, or too large, to be analysed (${error.message}). Leave it out with --ignore-pattern`;
    return { failure: { kind: "too-large", file, message } };
  }
  if (error instanceof SourceSyntaxError) {
    const { line, column } = error;
    const detail = error.message.replace(/^\d+:\d+ |\.$/g, "");
    if (!holdsErrorCode(source)) return { remark: { file, line, column, message: `passed over: it ${detail}` } };
    const message = `it ${detail}. It holds evidence of a step-up handler, so it must be looked at: mend it, or leave it out with --ignore-pattern`;
    return { failure: { kind: "syntax", file, line, column, message } };
  }
  if (error instanceof PlacementError) return { failure: { kind: "usage", file, message: error.message } };
  return crash(file, error);
}
