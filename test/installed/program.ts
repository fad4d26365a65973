import { execFile } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../packages/fetch.ts";
import { tempProject } from "../temp-project.ts";
import { installed } from "./install.ts";

const run = promisify(execFile);

const FLAGS = ["--strict", "--module", "nodenext", "--target", "es2022", "--types", "node", "--skipLibCheck", "false"];

/**
 * Compiles a program beside the installed package, as strictly as a user may, and runs it.
 *
 * @param files what else is in its folder
 * @param project where the package is installed; along with its peers by default
 * @returns what it prints
 * @throws where it does not compile, or fails
 */
export async function printedBy(
  program: string,
  files: Readonly<Record<string, string>>,
  project?: string,
): Promise<string> {
  const folder = project ?? (await installed()).project;
  const work = tempProject({ ...files, "package.json": { name: "program", type: "module" }, "program.ts": program });
  symlinkSync(join(folder, "node_modules"), work.path("node_modules"), "dir");
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const types = ["--typeRoots", join(ROOT, "node_modules/@types")];
  try {
    await run(process.execPath, [tsc, ...FLAGS, ...types, "program.ts"], { cwd: work.root });
  } catch (error) {
    throw new Error(`It does not compile:\n${(error as { stdout?: string }).stdout}`, { cause: error });
  }
  const { stdout } = await run(process.execPath, ["program.js"], { cwd: work.root });
  return stdout;
}
