import type { ConfigChoice } from "../config/config.ts";
import type { OptionName, OptionValues } from "../model/options.ts";
import { OPTIONS } from "../model/options.ts";
import { readOptions } from "../model/read-options.ts";
import type { CheckRequest } from "./check-request.ts";
import { UsageError } from "./usage-error.ts";

/** More threads than this are a slip of the keyboard. */
const MOST_THREADS = 64;

/**
 * Reads the options that say which files a command looks at, and how.
 *
 * @param given options as commander hands them over, in camel case
 * @param config what holds where they say nothing
 * @throws {UsageError} for wrong ones
 */
export function fileSettings(given: Readonly<Record<string, unknown>>, config?: ConfigChoice): CheckRequest {
  const since = textOf(given.since);
  const staged = given.staged === true;
  if (since !== undefined && staged) throw new UsageError("--since and --staged exclude each other; give one.");
  const project = textOf(given.project);
  if (project === "") throw new UsageError("--project names nothing; write --project <tsconfig>.");
  if (project !== undefined && staged) {
    throw new UsageError("--project reads files from disk, --staged the staged texts; give one.");
  }
  return {
    options: engineValues(given),
    ...(config !== undefined && { config }),
    ignorePatterns: (given.ignorePattern as string[] | undefined) ?? [],
    gitignore: given.ignore !== false,
    ...(given.allowNoFiles === true && { allowNoFiles: true }),
    ...(since !== undefined && { since }),
    ...(staged && { staged }),
    ...(project !== undefined && { project }),
    ...(given.concurrency !== undefined && { concurrency: threads(String(given.concurrency)) }),
  };
}

function engineValues(given: Readonly<Record<string, unknown>>): OptionValues {
  const names = Object.keys(OPTIONS) as OptionName[];
  const raw = Object.fromEntries(names.map((name) => [name, given[camelCase(name)]]));
  const read = readOptions(raw);
  if ("problems" in read) throw new UsageError(read.problems.join("\n"));
  return read.values;
}

function threads(text: string): number {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_THREADS) return count;
  throw new UsageError(`--concurrency=${text} is not a number of threads; give one from 1 to ${MOST_THREADS}.`);
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** `on-401` → `on401`, as commander names it. */
const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
