import { EXPLAIN_FORMATS, type ExplainFormat } from "../report/format-names.ts";
import type { CheckRequest } from "./check-request.ts";
import { configSettings } from "./config-settings.ts";
import { fileSettings } from "./file-settings.ts";
import { type FileTarget, fileTarget } from "./file-target.ts";
import { type Output, outputSettings } from "./output-settings.ts";

/** What the command line of `explain` asks for. */
export interface ExplainSettings {
  readonly targets: readonly FileTarget[];
  readonly request: CheckRequest;
  readonly outputs: readonly Output<ExplainFormat>[];
  /** Whether reports say when the run was made. */
  readonly time: boolean;
  /** What `--color` and `--no-color` say; absent where neither is given. */
  readonly color?: boolean;
}

const NAMES = Object.keys(EXPLAIN_FORMATS) as [ExplainFormat, ...ExplainFormat[]];

/**
 * Reads the command line of `explain`.
 *
 * @param paths as given; none means the working folder
 * @param given options as commander hands them over, in camel case
 * @throws {import("./usage-error.ts").UsageError} for wrong ones
 */
export function explainSettings(
  paths: readonly string[],
  given: Readonly<Record<string, unknown>>,
  workingFolder: string,
): ExplainSettings {
  const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
  return {
    targets: (paths.length > 0 ? paths : ["."]).map((path) => fileTarget(path, workingFolder)),
    // The installed SDK is what `check` speaks of; here it is explained where it is named.
    request: { ...fileSettings(given, configSettings(given, workingFolder)), workingFolder, dependencies: "none" },
    outputs: outputSettings(listOf(given.format), listOf(given.outputFile), NAMES),
    time: given.time === true,
    ...(typeof given.color === "boolean" && { color: given.color }),
  };
}
