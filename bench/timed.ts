import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** What a run of a program took, and what it printed. */
export interface TimedRun {
  /** From before the program starts until it has ended: wall-clock time. */
  readonly seconds: number;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end.
 *
 * @param env variables beside those of this process
 */
export async function timed(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<TimedRun> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [exitCode, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { seconds: (performance.now() - start) / 1000, exitCode, stdout, stderr };
}
