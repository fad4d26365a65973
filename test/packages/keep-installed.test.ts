import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND, runFix } from "../cli/fix/command.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { fetchPackage } from "./fetch.ts";
import type { PublishedPackage } from "./published.ts";

const SDK = "node_modules/@modelcontextprotocol/sdk";
const BUILDS = ["esm", "cjs"].map((build) => `${SDK}/dist/${build}/client/streamableHttp.js`);
const MANIFEST = {
  name: "app",
  version: "1.0.0",
  private: true,
  dependencies: { "@modelcontextprotocol/sdk": "1.32.2" },
};

const PNPM: PublishedPackage = {
  name: "pnpm",
  version: "10.34.9",
  integrity: "sha512-9JtajqD97bRLs8DB1ldQkqU8KVDZW3rRXfEfF5dId6LeOgHAfpNOmyjOcW5RwJqUlixzBtCb4uHksYqMh2L9Mg==",
};

const YARN: PublishedPackage = {
  name: "@yarnpkg/cli-dist",
  version: "4.9.2",
  integrity: "sha512-qrMyWzvEnWhaWOflvE1pGxWGiVOPsO/q4XfGCeRPnLU8ECkvhrhJEfCNakcy3s3VHcApBASQ4fmL0sOEw6xtZQ==",
};

/** Package managers that are no part of this project, by the folders that hold them. */
interface Managers {
  readonly pnpm?: string;
  readonly yarn?: string;
}

/** Runs commands as a person would paste them; `npx step-up-union` is this repository's. */
function shell(project: TempProject, commands: readonly string[], { pnpm, yarn }: Managers = {}): void {
  const bin = join(project.root, ".bin");
  mkdirSync(bin, { recursive: true });
  const ours = [process.execPath, ...COMMAND].map((word) => `'${word}'`).join(" ");
  program(bin, "npx", `if [ "$1" = step-up-union ]; then shift; exec ${ours} "$@"; fi; PATH=\${PATH#*:} exec npx "$@"`);
  if (pnpm) program(bin, "pnpm", `exec '${process.execPath}' '${pnpm}/bin/pnpm.cjs' "$@"`);
  if (yarn) program(bin, "yarn", `exec '${process.execPath}' '${yarn}/bin/yarn.js' "$@"`);
  // What npm tells the scripts that it runs is about this repository, not about the project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)|^npm_config_local_prefix$|^INIT_CWD$/.test(name)),
  );
  execFileSync("bash", ["-ec", commands.join("\n")], {
    cwd: project.root,
    env: {
      ...env,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      npm_config_prefer_offline: "true",
      CI: "",
      ...YARN_SETTINGS,
    },
    stdio: "pipe",
  });
}

/** Yarn asks another registry than npm where nobody tells it, and refuses to make a lock file on build servers. */
const YARN_SETTINGS = {
  YARN_NPM_REGISTRY_SERVER: execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" })
    .trim()
    .replace(/\/$/, ""),
  YARN_NODE_LINKER: "node-modules",
  YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
  YARN_ENABLE_GLOBAL_CACHE: "false",
  YARN_ENABLE_TELEMETRY: "false",
};

function program(bin: string, name: string, text: string): void {
  writeFileSync(join(bin, name), `#!/bin/bash\n${text}\n`);
  chmodSync(join(bin, name), 0o755);
}

/** The commands that `fix` prints to keep its change. */
function recipeOf(stdout: string): string[] {
  const [, recipe = ""] = /^Keep the change of the installed .*:\n((?: {2}.*\n)+)/m.exec(stdout) ?? [];
  return recipe
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(2));
}

function expectUnion(project: TempProject): void {
  for (const build of BUILDS) expect(project.read(build)).toContain("unionScopes(");
  expect(runFix(project.root, SDK)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("Nothing was changed."),
  });
}

describe("the change of the installed SDK outlives an installation", () => {
  test("by patch-package, with npm", () => {
    const project = tempProject({ "package.json": MANIFEST });
    shell(project, ["npm install --no-audit --no-fund"]);
    const { status, stdout } = runFix(project.root, SDK);
    expect(status).toBe(0);
    expectUnion(project);
    shell(project, recipeOf(stdout));
    rmSync(project.path("node_modules"), { recursive: true });
    shell(project, ["npm ci --no-audit --no-fund"]);
    expectUnion(project);
  });

  test("by pnpm patch", async () => {
    const pnpm = await fetchPackage(PNPM);
    const project = tempProject({ "package.json": MANIFEST });
    shell(project, ["pnpm install"], { pnpm });
    const { status, stdout } = runFix(project.root, SDK);
    expect(status).toBe(0);
    shell(project, recipeOf(stdout), { pnpm });
    expectUnion(project);
    rmSync(project.path("node_modules"), { recursive: true });
    shell(project, ["pnpm install --frozen-lockfile"], { pnpm });
    expectUnion(project);
  });

  test("by yarn patch", async () => {
    const yarn = await fetchPackage(YARN);
    const project = tempProject({ "package.json": MANIFEST, "yarn.lock": "" });
    shell(project, ["yarn install"], { yarn });
    const { status, stdout } = runFix(project.root, SDK);
    expect(status).toBe(0);
    shell(project, recipeOf(stdout), { yarn });
    expectUnion(project);
    rmSync(project.path("node_modules"), { recursive: true });
    shell(project, ["yarn install --immutable"], { yarn });
    expectUnion(project);
  });
});
