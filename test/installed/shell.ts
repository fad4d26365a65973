import { spawnSync } from "node:child_process";
import { commandFile } from "./build.ts";
import type { CommandOutput } from "./command.ts";

/**
 * Runs a shell script in which `check`, `step-up-union check` and `npx step-up-union check` are the command: for redirections, pipes
 * and what else a shell does.
 *
 * @param env beside `PATH` and what is needed to find the command; nothing else is set
 */
export async function shell(
  workingFolder: string,
  script: string,
  env: Readonly<Record<string, string>> = {},
): Promise<CommandOutput> {
  const bin = await commandFile();
  const { status, signal, stdout, stderr } = spawnSync(
    "bash",
    [
      "-c",
      `check() { "$NODE" "$BIN" check "$@"; }\nnpx() { shift; "$NODE" "$BIN" "$@"; }\nstep-up-union() { "$NODE" "$BIN" "$@"; }\n${script}`,
    ],
    {
      cwd: workingFolder,
      env: { PATH: process.env.PATH, NODE: process.execPath, BIN: bin, ...env },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  return { code: status, signal, stdout, stderr };
}

/** A word of a shell script. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
