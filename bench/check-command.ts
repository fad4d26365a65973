import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, builtCommand } from "../test/installed/build.ts";
import { BENCH } from "./cached-input.ts";
import type { Usage } from "./children/usage.ts";
import { compileChildren } from "./compiled-children.ts";
import { timed } from "./timed.ts";

/** A run of `step-up-union check`. */
export interface CheckRun extends Usage {
  /** Wall-clock time, the start of Node included. */
  readonly seconds: number;
  readonly rewrites: number;
  readonly unions: number;
  readonly errors: number;
  readonly files: { readonly selected: number; readonly read: number; readonly parsed: number };
}

export type Check = (folder: string, paths: readonly string[]) => Promise<CheckRun>;

/**
 * Bundles the command from the sources as they are, as it is distributed.
 *
 * @returns a function that runs it in a folder, with the exit code that its result demands
 */
export async function builtCheck(): Promise<Check> {
  await build();
  const [usage] = await compileChildren("usage");
  return (folder, paths) => run(usage, folder, paths);
}

async function run(usageReporter: string, folder: string, paths: readonly string[]): Promise<CheckRun> {
  const usageFile = join(BENCH, `usage-${process.pid}.json`);
  const args = ["--import", pathToFileURL(usageReporter).href, builtCommand(), "check", ...paths, "--format", "json"];
  const { seconds, exitCode, stdout, stderr } = await timed(process.execPath, args, {
    cwd: folder,
    env: { USAGE_FILE: usageFile },
  });
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`check went wrong (exit code ${exitCode}):\n${stderr}`);
  const { summary } = JSON.parse(stdout);
  const usage: Usage = JSON.parse(await readFile(usageFile, "utf8"));
  await rm(usageFile);
  const { rewrite: rewrites, "already-union": unions } = summary.verdicts;
  return { ...usage, seconds, rewrites, unions, errors: summary.errors, files: summary.files };
}
