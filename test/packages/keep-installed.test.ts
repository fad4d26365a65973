import { readFileSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runFix } from "../cli/fix/command.ts";
import { installed } from "../installed/install.ts";
import { readMarkdown } from "../readme/markdown.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { BUN, type Manager, NPM, PNPM_10, PNPM_12, runs, shell, YARN_1, YARN_4 } from "./package-managers.ts";

const SDK = "node_modules/@modelcontextprotocol/sdk";
const BUILDS = ["esm", "cjs"].map((build) => `${SDK}/dist/${build}/client/streamableHttp.js`);
const MANIFEST = {
  name: "app",
  version: "1.0.0",
  private: true,
  dependencies: { "@modelcontextprotocol/sdk": "1.32.2" },
};

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

interface Case {
  readonly manager: Manager;
  /** What the project has besides its package.json. */
  readonly files?: Readonly<Record<string, string>>;
  readonly install: string;
  /** Installs what the lock file says, and nothing else. */
  readonly again: string;
  /** How its recipe begins. */
  readonly recipe: string;
}

const CASES: Readonly<Record<string, Case>> = {
  npm: {
    manager: NPM,
    install: "npm install --no-audit --no-fund",
    again: "npm ci --no-audit --no-fund",
    recipe: "npm install --save-dev patch-package",
  },
  "pnpm 10": {
    manager: PNPM_10,
    install: "pnpm install",
    again: "pnpm install --frozen-lockfile",
    recipe: "pnpm patch @modelcontextprotocol/sdk@1.32.2",
  },
  "pnpm 12": {
    manager: PNPM_12,
    install: "pnpm install",
    again: "pnpm install --frozen-lockfile",
    recipe: "pnpm patch @modelcontextprotocol/sdk@1.32.2",
  },
  "Yarn 1": {
    manager: YARN_1,
    install: "yarn install",
    again: "yarn install --frozen-lockfile",
    recipe: "yarn add --dev patch-package",
  },
  "Yarn 4": {
    manager: YARN_4,
    files: { "yarn.lock": "", ".yarnrc.yml": "nodeLinker: node-modules\n" },
    install: "yarn install",
    again: "yarn install --immutable",
    recipe: "copy=$(yarn patch --json",
  },
  Bun: {
    manager: BUN,
    install: "bun install",
    again: "bun install --frozen-lockfile",
    recipe: `bun patch --commit ${SDK}`,
  },
  "Bun, with isolated packages": {
    manager: BUN,
    files: { "bunfig.toml": '[install]\nlinker = "isolated"\n' },
    install: "bun install",
    again: "bun install --frozen-lockfile",
    recipe: `bun patch --commit ${SDK}`,
  },
};

describe("the change of the installed SDK outlives an installation, by the commands that are printed", () => {
  for (const [name, { manager, files = {}, install, again, recipe }] of Object.entries(CASES)) {
    test.skipIf(!runs(manager)).concurrent(`with ${name}`, async ({ expect, onTestFinished }) => {
      const project = tempProject({ "package.json": MANIFEST, ...files }, onTestFinished);
      await shell(project, manager, [install]);
      const { status, stdout } = runFix(project.root, SDK);
      expect(status).toBe(0);
      const commands = recipeOf(stdout);
      expect(commands[0]).toContain(recipe);
      await shell(project, manager, commands);
      expectUnion(project);
      rmSync(project.path("node_modules"), { recursive: true });
      await shell(project, manager, [again]);
      expectUnion(project);
    });
  }
});

/** The commands of the documentation, for what no recipe is printed. */
function documented(mark: string): string[] {
  const page = readMarkdown(readFileSync(new URL("../../docs/fix.md", import.meta.url), "utf8"));
  const block = page.blocks.find((each) => each.mark === mark);
  if (!block) throw new Error(`docs/fix.md has no block ${mark}`);
  return block.text.trimEnd().split("\n");
}

test("Yarn with Plug'n'Play keeps the change by the commands of the documentation", async () => {
  const { tarball } = await installed();
  const project = tempProject({
    "package.json": { ...MANIFEST, devDependencies: { "step-up-union": `file:${tarball}` } },
    "yarn.lock": "",
    "read.cjs": `const { readFileSync } = require("node:fs");
const path = require.resolve("@modelcontextprotocol/sdk/client/streamableHttp.js");
if (!readFileSync(path, "utf8").includes("unionScopes(")) throw new Error(path + " replaces the scope");
`,
  });
  await shell(project, YARN_4, ["yarn install"]);
  const isUnion = () => shell(project, YARN_4, ["yarn node read.cjs"]);
  await expect(isUnion()).rejects.toThrow("replaces the scope");
  await shell(project, YARN_4, documented("kept: Plug'n'Play"));
  await isUnion();
  rmSync(project.path(".pnp.cjs"));
  rmSync(project.path(".yarn/cache"), { recursive: true });
  await shell(project, YARN_4, ["yarn install --immutable"]);
  await isUnion();
});
