import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../test/packages/fetch.ts";
import { BENCH } from "./cached-input.ts";
import { compileChildren } from "./compiled-children.ts";
import { timed } from "./timed.ts";

/** A run of `step-up-union check`. */
export interface CheckRun {
  /** Wall-clock time, the start of Node included. */
  readonly seconds: number;
  /** Of the process, its threads included. */
  readonly peakMegabytes: number;
  readonly rewrites: number;
  readonly unions: number;
  readonly errors: number;
  readonly files: { readonly selected: number; readonly read: number; readonly parsed: number };
}

export type Check = (folder: string, paths: readonly string[]) => Promise<CheckRun>;

/**
 * Builds the command from the sources as they are.
 *
 * @returns a function that runs it in a folder, with the exit code that its result demands
 */
export async function builtCheck(): Promise<Check> {
  const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const build = await timed(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: ROOT });
  if (build.exitCode !== 0) throw new Error(`The command could not be built:\n${build.stdout}${build.stderr}`);
  const [peakMemory] = await compileChildren("peak-memory");
  return (folder, paths) => run(peakMemory, folder, paths);
}

async function run(peakMemory: string, folder: string, paths: readonly string[]): Promise<CheckRun> {
  const command = join(ROOT, "dist", "cli", "main.js");
  const memoryFile = join(BENCH, `peak-memory-${process.pid}`);
  const args = ["--import", pathToFileURL(peakMemory).href, command, "check", ...paths, "--format", "json"];
  const { seconds, exitCode, stdout, stderr } = await timed(process.execPath, args, {
    cwd: folder,
    env: { PEAK_MEMORY_FILE: memoryFile },
  });
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`check went wrong (exit code ${exitCode}):\n${stderr}`);
  const { summary } = JSON.parse(stdout);
  const peakMegabytes = Number(await readFile(memoryFile, "utf8"));
  await rm(memoryFile);
  const { rewrite: rewrites, "already-union": unions } = summary.verdicts;
  return { seconds, peakMegabytes, rewrites, unions, errors: summary.errors, files: summary.files };
}
