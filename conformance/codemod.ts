import { cp, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { PROJECT } from "./install.ts";
import { runProcess } from "./process.ts";

export const TRANSFORM = "transforms/step-up-union.ts";
const CODEMOD_TIMEOUT = 2 * 60_000;

/** A copy of a package on which the codemod ran. */
export interface Migration {
  readonly folder: string;
  /** What the runner printed. */
  readonly output: string;
  /** The files that differ from the published package, with `/` between folders. */
  readonly changed: readonly string[];
  /** The files that the published package does not have. */
  readonly added: readonly string[];
}

/** Copies a package and runs the codemod on the copy's `dist`, as a user would. */
export async function migrateCopy(published: string, folder: string, options: readonly string[]): Promise<Migration> {
  await cp(published, folder, { recursive: true });
  const output = await runCodemod(join(folder, "dist"), options);
  const [before, after] = await Promise.all([published, folder].map(listFiles));
  const changed: string[] = [];
  for (const path of before ?? []) {
    if (await differs(join(published, path), join(folder, path))) changed.push(path);
  }
  return { folder, output, changed, added: (after ?? []).filter((path) => !before?.includes(path)) };
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

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

async function differs(path: string, other: string): Promise<boolean> {
  const [text, otherText] = await Promise.all([readFile(path), readFile(other)]);
  return !text.equals(otherText);
}
