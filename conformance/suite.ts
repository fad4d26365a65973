import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPinned, PROJECT } from "./install.ts";
import { runProcess } from "./process.ts";
import { type ClientOutcome, SUBJECT_VARIABLE } from "./protocol.ts";
import { type Runtime, suiteRuntime } from "./runtime.ts";
import { type Scenario, SPEC_VERSION } from "./scenarios.ts";
import type { Build } from "./subjects.ts";

export type CheckStatus = "SUCCESS" | "FAILURE" | "WARNING" | "SKIPPED" | "INFO";

export interface Check {
  readonly id: string;
  readonly status: CheckStatus;
  /** What the status rests on; its names are the check's own. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What one run of a scenario showed. */
export interface Judgement {
  readonly checks: readonly Check[];
  readonly outcome: ClientOutcome;
}

/** The official suite, installed, with a Node that runs it. */
export interface Suite {
  /** Holds the `node_modules` with the suite and the published packages. */
  readonly folder: string;
  readonly runtime: Runtime;
  /** Its name and version. */
  readonly label: string;
}

const PACKAGE = "@modelcontextprotocol/conformance";
/** In milliseconds; our client gives up before. */
const SUITE_PATIENCE = 20_000;

export async function openSuite(): Promise<Suite> {
  const folder = await installPinned("suite");
  return { folder, runtime: await suiteRuntime(), label: await packageLabel(join(folder, "node_modules", PACKAGE)) };
}

/** The name and version of the package in a folder. */
export async function packageLabel(folder: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return `${name} ${version}`;
}

/** A build of a package, and the scenario that is to judge it. */
export interface Trial {
  readonly scenario: Scenario;
  /** The package's folder. */
  readonly folder: string;
  readonly build: Build;
}

/**
 * Runs a scenario against a build of a package. Throws where the suite came to no judgement.
 *
 * @param workbench where the suite's files go
 */
export async function runScenario(suite: Suite, trial: Trial, workbench: string): Promise<Judgement> {
  const { scenario, folder, build } = trial;
  const results = await mkdtemp(join(workbench, "results-"));
  const modules = [build.transport, ...build.others].map((path) => pathToFileURL(join(folder, path)).href);
  // The suite hands its command to a shell.
  const command = [suite.runtime.path, join(PROJECT, "conformance", "client.ts")].map(quote).join(" ");
  const { code, output } = await runProcess(
    suite.runtime.path,
    [
      join(suite.folder, "node_modules", PACKAGE, "dist", "index.js"),
      "client",
      ...["--command", command],
      ...["--scenario", scenario.name],
      ...["--spec-version", SPEC_VERSION],
      ...["--timeout", String(SUITE_PATIENCE)],
      ...["--output-dir", results],
    ],
    {
      cwd: suite.folder,
      env: { ...process.env, NODE_USE_ENV_PROXY: "0", [SUBJECT_VARIABLE]: JSON.stringify(modules) },
      timeout: 2 * SUITE_PATIENCE,
    },
  );
  const files = await resultFiles(results);
  const outcome = files && lastLine(files.stdout);
  if (!files || !outcome?.startsWith("{")) {
    const said = [output, files?.stdout, files?.stderr].filter(Boolean).join("\n");
    throw new Error(`${scenario.name} came to no judgement on ${folder} (exit code ${code}):\n${said}`);
  }
  return { checks: JSON.parse(files.checks), outcome: JSON.parse(outcome) };
}

/** The suite puts its files into a folder that it names after the scenario and the time. */
async function resultFiles(folder: string): Promise<Record<"checks" | "stdout" | "stderr", string> | undefined> {
  const paths = await readdir(folder, { recursive: true });
  const checks = paths.find((path) => path.endsWith("checks.json"));
  if (!checks) return undefined;
  const read = (name: string) => readFile(join(folder, dirname(checks), name), "utf8");
  return { checks: await read("checks.json"), stdout: await read("stdout.txt"), stderr: await read("stderr.txt") };
}

function lastLine(text: string): string | undefined {
  return text.trimEnd().split("\n").at(-1);
}

function quote(path: string): string {
  return process.platform === "win32" ? `"${path}"` : `'${path.replaceAll("'", `'\\''`)}'`;
}
