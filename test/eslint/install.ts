import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { ESLint, Linter } from "eslint";
import { installed } from "../installed/install.ts";

const run = promisify(execFile);

/** The newest of each major version that the plugin is for. */
export const ESLINT_VERSIONS = ["9.39.5", "10.15.0"] as const;

/** typescript-eslint's parser needs a TypeScript whose compiler is written in JavaScript. */
const PARSER = ["typescript-eslint@8.74.0", "@typescript-eslint/parser@8.74.0", "typescript@5.9.3"];

/** A project that has the packed plugin beside one version of ESLint. */
export interface LintedProject {
  readonly folder: string;
  readonly Linter: typeof Linter;
  readonly ESLint: typeof ESLint;
  readonly plugin: ESLint.Plugin;
  readonly typescriptParser: Linter.Parser;
}

/** Installs the packed package and ESLint, as a user does, once for each state of the sources. */
export async function lintedProject(version: string): Promise<LintedProject> {
  const { tarball } = await installed();
  const folder = join(dirname(tarball), `eslint-${version}-typescript`);
  if (!existsSync(folder)) await install(folder, [tarball, `eslint@${version}`, ...PARSER]);
  const require = createRequire(join(folder, "package.json"));
  const { Linter, ESLint } = require("eslint");
  const at = pathToFileURL(join(folder, "node_modules/step-up-union/dist/eslint/plugin.js")).href;
  const { default: plugin } = await import(/* @vite-ignore */ at);
  return { folder, Linter, ESLint, plugin, typescriptParser: require("@typescript-eslint/parser") };
}

async function install(folder: string, packages: readonly string[]): Promise<void> {
  const work = await mkdtemp(join(dirname(folder), ".eslint-"));
  try {
    await writeFile(join(work, "package.json"), '{ "name": "linted", "private": true, "type": "module" }\n');
    const args = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", ...packages];
    await run("npm", args, { cwd: work, shell: process.platform === "win32" });
    await rename(work, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
