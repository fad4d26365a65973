import type { ConfigChoice } from "../config/config.ts";
import { FAIL_ON, type FailOn } from "../model/outcome.ts";
import { CHECK_FORMATS, type CheckFormat } from "../report/format-names.ts";
import type { CheckRequest } from "./check-request.ts";
import { fileSettings } from "./file-settings.ts";
import { type Output, outputSettings } from "./output-settings.ts";
import { shardOf } from "./shard.ts";
import { UsageError } from "./usage-error.ts";

const FORMAT_NAMES = Object.keys(CHECK_FORMATS) as [CheckFormat, ...CheckFormat[]];

/** What the command line of `check` asks for. */
export interface CheckSettings {
  readonly request: CheckRequest;
  readonly outputs: readonly Output<CheckFormat>[];
  readonly failOn: FailOn;
  readonly failOnDependencies: boolean;
  readonly quiet: boolean;
  /** Whether to name all files in which nothing was recognised. */
  readonly list: boolean;
  /** Whether reports say when the run was made. */
  readonly time: boolean;
  /** What `--color` and `--no-color` say; absent where neither is given. */
  readonly color?: boolean;
  readonly baseline?: { readonly path: string; readonly write?: "update" | "prune" };
  /** With `--stdin`: the path of the text. */
  readonly stdinName?: string;
}

/**
 * Reads the options of `check`.
 *
 * @param given options as commander hands them over, in camel case
 * @param hasPaths whether the command line names paths
 * @param config what holds where the options say nothing
 * @throws {UsageError} for wrong ones, and for combinations that say nothing
 */
export function checkSettings(
  given: Readonly<Record<string, unknown>>,
  hasPaths: boolean,
  config?: ConfigChoice,
): CheckSettings {
  const shard = given.shard === undefined ? undefined : shardOf(String(given.shard));
  const request = { ...fileSettings(given, config), ...(shard && { shard }) };
  const baseline = baselineSettings(given, config ? config.baseline : undefined);
  const stdinName = stdinSettings(given, hasPaths, request);
  if (stdinName !== undefined && baseline?.write) {
    throw new UsageError(`--${baseline.write}-baseline needs the files themselves, not --stdin.`);
  }
  if (shard && (stdinName !== undefined || baseline?.write)) {
    const other = stdinName === undefined ? `--${baseline?.write}-baseline` : "--stdin";
    throw new UsageError(`--shard judges a part of the files, and ${other} is about all there is; leave one away.`);
  }
  return {
    request,
    outputs: outputSettings(listOf(given.format), listOf(given.outputFile), FORMAT_NAMES),
    failOn: failLevel(String(given.failOn ?? (config || undefined)?.failOn ?? "review")),
    failOnDependencies: given.failOnDependencies === true,
    quiet: given.quiet === true,
    list: given.list === true,
    time: given.time === true,
    ...(typeof given.color === "boolean" && { color: given.color }),
    ...(baseline && { baseline }),
    ...(stdinName !== undefined && { stdinName }),
  };
}

function baselineSettings(
  given: Readonly<Record<string, unknown>>,
  configured: string | undefined,
): CheckSettings["baseline"] {
  const baseline = given.baseline ?? configured;
  const update = given.updateBaseline === true;
  const prune = given.pruneBaseline === true;
  if (typeof baseline !== "string") {
    if (update || prune) throw new UsageError(`--${update ? "update" : "prune"}-baseline needs --baseline <file>.`);
    return undefined;
  }
  if (baseline === "") throw new UsageError("--baseline names no file; write --baseline <file>.");
  if (update && prune) {
    throw new UsageError("--update-baseline takes out what is mended, too; leave --prune-baseline away.");
  }
  return { path: baseline, ...(update && { write: "update" }), ...(prune && { write: "prune" }) };
}

function stdinSettings(
  given: Readonly<Record<string, unknown>>,
  hasPaths: boolean,
  { since, staged, project }: CheckRequest,
): string | undefined {
  const name = given.stdinFilename;
  if (given.stdin !== true) {
    if (name !== undefined) throw new UsageError("--stdin-filename needs --stdin.");
    return undefined;
  }
  if (typeof name !== "string" || name === "") {
    throw new UsageError("--stdin needs --stdin-filename <path>: its extension says how the text is to be read.");
  }
  if (hasPaths) throw new UsageError("--stdin takes the text from standard input; leave the paths away.");
  if (since !== undefined || staged || project !== undefined) {
    throw new UsageError("--stdin takes one text; leave --since, --staged and --project away.");
  }
  return name;
}

/** @throws {UsageError} if there is no such level */
export function failLevel(text: string): FailOn {
  const level = FAIL_ON.find((each) => each === text);
  if (level) return level;
  throw new UsageError(`--fail-on=${text} is not known; write --fail-on=${FAIL_ON.join("|")}.`);
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
