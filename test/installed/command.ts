import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { installed } from "./install.ts";

/** What a run of the command left. */
export interface CommandOutput {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  /** What the command reads from standard input; nothing by default. */
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sent as soon as this much of the time has passed, in milliseconds. */
  readonly interruptAfter?: number;
}

/** Runs the installed command in a folder, as a user does: without a terminal, and without what this run has set. */
export async function command(
  workingFolder: string,
  args: readonly string[],
  { stdin = "", env = {}, interruptAfter }: RunOptions = {},
): Promise<CommandOutput> {
  const { bin } = await installed();
  const { NO_COLOR, FORCE_COLOR, CI, NODE_OPTIONS, VITEST, ...rest } = process.env;
  const child = spawn(process.execPath, [bin, ...args], { cwd: workingFolder, env: { ...rest, ...env } });
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  if (interruptAfter !== undefined) setTimeout(() => child.kill("SIGINT"), interruptAfter);
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  return { code, signal, stdout, stderr };
}
