import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { CACHE } from "../packages/fetch.ts";

const run = promisify(execFile);

/** What projects lint and format with, and a TypeScript that typescript-eslint's parser takes. */
const PACKAGES = [
  "@typescript-eslint/parser@8.74.0",
  "eslint@9.39.5",
  "eslint-plugin-simple-import-sort@14.0.0",
  "eslint-plugin-unicorn@62.0.0",
  "prettier@3.10.1",
  "typescript@5.9.3",
];

/** What projects run their tests with, beside what this one has. */
const RUNNERS = [
  "@types/chai@5.2.3",
  "@types/jest@30.0.0",
  "@types/mocha@10.0.10",
  "ava@6.4.1",
  "chai@6.3.0",
  "jest@30.5.2",
  "mocha@11.8.0",
];

/** Installs the tools, once. Returns their folder node_modules. */
export const houseTools = (): Promise<string> => installed("house-tools-1", PACKAGES);

/** Installs the programs that run tests, once. Returns their folder node_modules. */
export const testRunners = (): Promise<string> => installed("test-runners-1", RUNNERS);

async function installed(name: string, packages: readonly string[]): Promise<string> {
  const folder = join(CACHE, name);
  if (!existsSync(folder)) await install(folder, packages);
  return join(folder, "node_modules");
}

async function install(folder: string, packages: readonly string[]): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, ".house-"));
  try {
    await writeFile(join(work, "package.json"), '{ "name": "tools", "private": true }\n');
    const args = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", ...packages];
    await run("npm", args, { cwd: work, shell: process.platform === "win32" });
    await rename(work, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
