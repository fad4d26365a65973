import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { PROJECT } from "./install.ts";
import { type Migration, migrated } from "./migration.ts";
import { runProcess } from "./process.ts";

export const TRANSFORM = "transforms/step-up-union.ts";
const CODEMOD_TIMEOUT = 2 * 60_000;

/** Copies a package and runs the codemod on the copy's `dist`, as a user would. */
export function migrateCopy(published: string, folder: string, options: readonly string[]): Promise<Migration> {
  return migrated(published, folder, () => runCodemod(join(folder, "dist"), options));
}

async function runCodemod(path: string, options: readonly string[]): Promise<string> {
  const jscodeshift = createRequire(import.meta.url).resolve("jscodeshift/package.json");
  const args = [join(dirname(jscodeshift), "bin", "jscodeshift.js"), "-t", TRANSFORM, ...options, path];
  const { code, output } = await runProcess(process.execPath, args, { cwd: PROJECT, timeout: CODEMOD_TIMEOUT });
  // The runner's exit code does not tell of files on which the transform failed.
  if (code !== 0 || /^ *ERR /m.test(stripVTControlCharacters(output))) {
    throw new Error(`npx jscodeshift -t ${TRANSFORM} ${options.join(" ")} ${path} failed:\n${output}`);
  }
  return output;
}
