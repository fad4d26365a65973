import { type ChildProcess, spawn } from "node:child_process";

export interface Finished {
  /** The exit code; `null` where a signal ended the process. */
  readonly code: number | null;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** In milliseconds. */
  readonly timeout: number;
}

const running = new Set<ChildProcess>();
/** The exit code that a signal to stop calls for; then nothing more starts. */
let stopped: number | undefined;

/** Runs a command to its end. When it takes too long, it and all that it started are ended, and this throws. */
export async function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, timeout }: RunOptions,
): Promise<Finished> {
  if (stopped !== undefined) throw new Error("Stopped.");
  const { NODE_OPTIONS: _, ...inherited } = env;
  const child = spawn(command, args, {
    cwd,
    env: inherited,
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that what it starts can be ended with it. Windows has none.
    detached: process.platform !== "win32",
  });
  running.add(child);
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);

  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end(child);
  }, timeout);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (stopped !== undefined) throw new Error("Stopped.");
    if (late) throw new Error(`${command} ${args.join(" ")}\ndid not end within ${timeout / 1000} s\n${output}`);
    return { code, output };
  } finally {
    clearTimeout(timer);
    running.delete(child);
  }
}

/** Ends all that still runs. Those who wait for it get an error. */
export function endProcesses(): void {
  for (const child of running) end(child);
}

/**
 * Runs a command's main function, and sets the exit code: 0 where all is as it must be, 1 where something deviates, 2
 * where nothing could be said. A signal to stop ends all that runs, so that `main` fails and clears up.
 */
export async function runMain(main: () => Promise<0 | 1>): Promise<void> {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => {
      stopped = code;
      endProcesses();
    });
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = stopped ?? 2;
  }
}

function end(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === "win32") {
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group ended between the test and the signal.
  }
}
