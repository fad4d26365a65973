import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { commandFile } from "../installed/build.ts";
import { ROOT } from "../packages/fetch.ts";

interface ActionStep {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** What `action.yml` says. */
export const ACTION: {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
} = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));

/** What a run of the action left. */
export interface ActionRun {
  /** Whether the job goes on. */
  readonly isGreen: boolean;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What was handed to other actions, by their names without the version. */
  readonly used: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The folder of the action as a runner has it once the command is installed there. */
async function actionFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "step-up-union-action-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(ROOT, "action"), join(folder, "action"), { recursive: true });
  symlinkSync(resolve(dirname(await commandFile()), ".."), join(folder, "dist"));
  return folder;
}

/**
 * Runs the steps of the action one after the other, as GitHub's runner does: each in bash, with its variables; a step
 * that fails ends the run.
 *
 * @param workspace the folder of the repository
 * @param given the inputs that a workflow sets
 * @param env variables of the runner beside those that each run has
 */
export async function runAction(
  workspace: string,
  given: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const folder = await actionFolder();
  const variables = {
    GITHUB_ACTION_PATH: folder,
    GITHUB_OUTPUT: join(folder, "outputs"),
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
    RUNNER_TEMP: folder,
    ...env,
  };
  for (const name of ["outputs", "summary"]) writeFileSync(join(folder, name), "");
  const outputs: Record<string, string> = {};
  const inputs: Record<string, string> = {};
  const value = (expression: string) => valueFor(expression, inputs, outputs);
  const filled = (text: string) => text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => value(expression));
  for (const [name, { default: standard }] of Object.entries(ACTION.inputs)) inputs[name] = filled(standard);
  Object.assign(inputs, given);
  const used: Record<string, Readonly<Record<string, string>>> = {};
  const fill = (each: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(each).map(([name, text]) => [name, filled(text)]));
  let log = "";
  let isGreen = true;
  for (const step of ACTION.runs.steps) {
    if (!isGreen || (step.if !== undefined && filled(step.if) !== "true")) continue;
    if (step.uses) used[step.uses.replace(/@.*/, "")] = fill(step.with);
    if (step.run === undefined) continue;
    const ran = await bash(step.run, workspace, { ...variables, ...fill(step.env) });
    log += ran.log;
    isGreen = ran.code === 0;
    if (step.id) Object.assign(outputs, outputsIn(readFileSync(variables.GITHUB_OUTPUT, "utf8")));
  }
  return { isGreen, log, summary: readFileSync(variables.GITHUB_STEP_SUMMARY, "utf8"), outputs, used };
}

/** The value of the few kinds of expressions that the action has. */
function valueFor(
  expression: string,
  inputs: Readonly<Record<string, string>>,
  outputs: Readonly<Record<string, string>>,
): string {
  const [, name, wanted] = /^inputs\.([\w-]+)(?: == '(\w*)')?$/.exec(expression) ?? [];
  if (name !== undefined && name in inputs)
    return wanted === undefined ? (inputs[name] as string) : String(inputs[name] === wanted);
  const [, output] = /^steps\.check\.outputs\.([\w-]+)$/.exec(expression) ?? [];
  if (output !== undefined) return outputs[output] ?? "";
  if (expression === "github.token") return "token-of-the-job";
  throw new Error(`No runner knows \${{ ${expression} }}`);
}

const outputsIn = (lines: string): Record<string, string> =>
  Object.fromEntries(
    lines
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );

/** Runs a script as the runner runs it. */
async function bash(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  const { NO_COLOR, FORCE_COLOR, NODE_OPTIONS, VITEST, ...rest } = process.env;
  const args = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script];
  const child = spawn("bash", args, { cwd, env: { ...rest, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: code as number | null, log: stdout + stderr };
}
