import { spawn, spawnSync } from "node:child_process";
import type { TempProject } from "../../temp-project.ts";
import { COMMAND } from "./command.ts";

/** Whether there is a program that makes a pseudo-terminal. */
export const isScript = spawnSync("script", ["--version"]).status === 0;

/**
 * Runs `fix --interactive` in a pseudo-terminal; keys are pressed one by one when a question stands there.
 *
 * @param program what `node` runs; the command where nothing else is given
 */
export async function inTerminal(
  project: TempProject,
  keys: readonly string[],
  { program = COMMAND, args = [] }: { readonly program?: readonly string[]; readonly args?: readonly string[] } = {},
): Promise<{ status: number; screen: string }> {
  const words = [process.execPath, ...program, "fix", "--interactive", ...args];
  const command = words.map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["-qec", `stty cols 120 rows 50; ${command}`, "/dev/null"], {
    cwd: project.root,
    env: { ...process.env, TERM: "xterm", NO_COLOR: "1" },
  });
  let screen = "";
  let answered: string | undefined;
  const rest = [...keys];
  child.stdout.on("data", (data: Buffer) => {
    screen += data.toString();
    // A question is drawn again with each key: it is answered once.
    const question = [...screen.matchAll(/Site \d+ of \d+|Why is it right/g)].at(-1)?.[0];
    if (question === undefined || question === answered) return;
    answered = question;
    setTimeout(() => child.stdin.write(rest.shift() ?? ""), 100);
  });
  const status = await new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  return { status, screen };
}
