import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { projectIn, type TempProject } from "../temp-project.ts";

const REPOSITORY = new URL("../../", import.meta.url);
const RUNNER = fileURLToPath(new URL("node_modules/jscodeshift/bin/jscodeshift.js", REPOSITORY));
const FIVE_CORES = fileURLToPath(new URL("test/runner/five-cores.cjs", REPOSITORY));
/** The transform's path, as `-t` takes it. */
export const TRANSFORM = fileURLToPath(new URL("transforms/step-up-union.ts", REPOSITORY));

/** Where the tests of one file work. Babel's cache holds for one working folder, and compiling takes seconds. */
const home = realpathSync(mkdtempSync(join(tmpdir(), "step-up-union-")));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A folder with the given files and nothing else, for jscodeshift to run in. The next one takes its place. */
export function runnerProject(files: Readonly<Record<string, string | object>>): TempProject {
  return projectIn(join(home, "project"), files);
}

/** What a run of jscodeshift printed. */
export interface RunnerOutput {
  readonly code: number | null;
  readonly lines: readonly string[];
  /** The lines that report sites, without the ` REP ` mark. */
  readonly reports: readonly string[];
  /** The lines that tell an error, without the ` ERR ` mark. */
  readonly errors: readonly string[];
  /** The numbers under `Results:`. */
  readonly results: Readonly<Record<string, number>>;
  /** The numbers under `Stats:`. */
  readonly stats: Readonly<Record<string, number>>;
}

/**
 * Runs the real jscodeshift in a project's folder. It takes one worker fewer than there are cores, so it is made to see
 * five. Babel's cache, which it would put into the project, goes elsewhere.
 *
 * @param project the working folder
 * @param args all arguments but the transform
 * @param transform the transform's path
 */
export async function jscodeshift(
  project: TempProject,
  args: readonly string[],
  transform: string = TRANSFORM,
): Promise<RunnerOutput> {
  const child = spawn(process.execPath, ["--require", FIVE_CORES, RUNNER, "-t", transform, ...args], {
    cwd: project.root,
    env: { ...process.env, NO_COLOR: "1", BABEL_CACHE_PATH: join(home, "babel.json") },
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(String(chunk)));
  const [code] = await once(child, "close");
  const lines = chunks.join("").split("\n");
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
  return {
    code,
    lines,
    reports: marked(" REP ").sort(),
    errors: marked(" ERR ").sort(),
    results: numbersIn(lines, /^(\d+) (errors|unmodified|skipped|ok)$/, 2, 1),
    stats: numbersIn(lines, /^((?:rewrite|review|already-union|advice) [\w-]+): (\d+)$/, 1, 2),
  };
}

function numbersIn(lines: readonly string[], pattern: RegExp, name: number, value: number): Record<string, number> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const match = pattern.exec(line);
      return match ? [[match[name], Number(match[value])]] : [];
    }),
  );
}
