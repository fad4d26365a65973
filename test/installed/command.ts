import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { commandFile } from "./build.ts";

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

/** Runs the command in a folder, as a user does: without a terminal, and without what this run has set. */
export async function command(
  workingFolder: string,
  args: readonly string[],
  { stdin = "", env = {}, interruptAfter }: RunOptions = {},
): Promise<CommandOutput> {
  const bin = await commandFile();
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

/**
 * Runs the installed command and interrupts it while it is at work: after the given time, or sooner or later where it
 * had not begun by then or was done with it.
 *
 * @param patience in milliseconds
 * @returns the first run that neither ended by itself nor was ended by Node before the command had begun
 */
export async function interrupted(
  workingFolder: string,
  args: readonly string[],
  patience: number,
): Promise<CommandOutput> {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  let interruptAfter = patience;
  for (let attempt = 0; attempt < 12; attempt++) {
    const output = await command(workingFolder, args, { interruptAfter });
    if (output.signal === "SIGINT") least = interruptAfter;
    else if (output.code === 0 || output.code === 1) most = interruptAfter;
    else return output;
    interruptAfter = most === Number.POSITIVE_INFINITY ? least * 2 : (least + most) / 2;
  }
  throw new Error(`No interruption between ${least} ms and ${most} ms fell while the command was at work`);
}
