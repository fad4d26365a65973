import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatterCommands } from "../../../src/cli/fix/formatter-command.ts";
import { tempProject } from "../../temp-project.ts";

/** The commands for some files of a project, with the project as working folder. */
function commands(files: Record<string, string | object>, ...names: string[]): Promise<string[]> {
  const project = tempProject(files);
  return formatterCommands(names.map(project.path), project.root);
}

describe("a formatter is known by", () => {
  const SIGNS: Record<string, { files: Record<string, string | object>; command: string }> = {
    "a configuration of prettier": { files: { ".prettierrc": "{}" }, command: "npx prettier --write src/a.ts" },
    "a configuration of prettier as a module": {
      files: { "prettier.config.mjs": "" },
      command: "npx prettier --write src/a.ts",
    },
    "prettier's entry in package.json": {
      files: { "package.json": { prettier: {} } },
      command: "npx prettier --write src/a.ts",
    },
    "prettier as a dependency": {
      files: { "package.json": { devDependencies: { prettier: "3" } } },
      command: "npx prettier --write src/a.ts",
    },
    "a configuration of biome": { files: { "biome.jsonc": "{}" }, command: "npx biome format --write src/a.ts" },
    "biome as a dependency": {
      files: { "package.json": { devDependencies: { "@biomejs/biome": "2" } } },
      command: "npx biome format --write src/a.ts",
    },
    "a configuration of dprint": { files: { "dprint.json": "{}" }, command: "npx dprint fmt src/a.ts" },
    "a configuration of deno": { files: { "deno.json": "{}" }, command: "deno fmt src/a.ts" },
    "rules of style for ESLint": {
      files: { "package.json": { devDependencies: { eslint: "9", "@stylistic/eslint-plugin": "5" } } },
      command: "npx eslint --fix src/a.ts",
    },
    "the script that formats, rather than a configuration for other files": {
      files: { "package.json": { scripts: { "format:check": "prettier -c ." } }, "biome.json": "{}" },
      command: "npx prettier --write src/a.ts",
    },
  };
  for (const [sign, { files, command }] of Object.entries(SIGNS)) {
    test(sign, async () => expect(await commands({ "src/a.ts": "", ...files }, "src/a.ts")).toEqual([command]));
  }
});

describe("every tool that the scripts call is told, linters first", () => {
  test.each<[Record<string, string>, string[]]>([
    [{ lint: "eslint src/ && prettier --check ." }, ["npx eslint --fix src/a.ts", "npx prettier --write src/a.ts"]],
    [
      { "format:md": "prettier --write docs", "format:ts": "dprint fmt", "lint:fast": "oxlint" },
      ["npx oxlint --fix src/a.ts", "npx dprint fmt src/a.ts", "npx prettier --write src/a.ts"],
    ],
    [{ check: "biome check ." }, ["npx biome check --write src/a.ts"]],
    [{ format: "biome format --write", lint: "biome lint" }, ["npx biome check --write src/a.ts"]],
    [{ lint: "eslint ." }, ["npx eslint --fix src/a.ts"]],
    [{ build: "eslint . && prettier --check ." }, []],
  ])("%j", async (scripts, expected) => {
    expect(await commands({ "src/a.ts": "", "package.json": { scripts } }, "src/a.ts")).toEqual(expected);
  });

  test("and the formatter that is configured, where they call none", async () => {
    const files = { "src/a.ts": "", "package.json": { scripts: { lint: "eslint ." } }, ".prettierrc": "" };
    expect(await commands(files, "src/a.ts")).toEqual(["npx eslint --fix src/a.ts", "npx prettier --write src/a.ts"]);
  });

  test("each with all its files, where it is", async () => {
    const files = {
      ".prettierrc": "",
      "packages/one/package.json": { scripts: { lint: "eslint ." } },
      "packages/one/a.ts": "",
      "packages/one/b.ts": "",
    };
    expect(await commands(files, "packages/one/a.ts", "packages/one/b.ts")).toEqual([
      "(cd packages/one && npx eslint --fix a.ts b.ts)",
      "npx prettier --write packages/one/a.ts packages/one/b.ts",
    ]);
  });
});

describe("no formatter is told", () => {
  test("where nothing shows one", async () => {
    const manifest = { scripts: { build: "tsc" }, devDependencies: { eslint: "9", typescript: "5" } };
    expect(await commands({ "src/a.ts": "", "package.json": manifest }, "src/a.ts")).toEqual([]);
  });

  test("for an installed package", async () => {
    expect(await commands({ ".prettierrc": "", "node_modules/p/a.js": "" }, "node_modules/p/a.js")).toEqual([]);
  });

  test("that lies above the repository", async () => {
    const project = tempProject({ ".prettierrc": "", "repo/.git/HEAD": "ref: refs/heads/main", "repo/a.ts": "" });
    expect(await formatterCommands([project.path("repo/a.ts")], project.path("repo"))).toEqual([]);
  });
});

describe("in a workspace", () => {
  test("the nearest formatter is told, to be run where it is, with its own files", async () => {
    const files = {
      "biome.json": "{}",
      "a.ts": "",
      "packages/one/src/a.ts": "",
      "packages/two/.prettierrc": "",
      "packages/two/src/a.ts": "",
      "packages/two/src/b.ts": "",
    };
    const names = ["a.ts", "packages/one/src/a.ts", "packages/two/src/a.ts", "packages/two/src/b.ts"];
    expect(await commands(files, ...names)).toEqual([
      "npx biome format --write a.ts packages/one/src/a.ts",
      "(cd packages/two && npx prettier --write src/a.ts src/b.ts)",
    ]);
  });

  test("a root beyond the working folder is found", async () => {
    const project = tempProject({
      ".git/HEAD": "ref: refs/heads/main",
      ".prettierrc": "",
      "packages/one/a.ts": "",
    });
    expect(await formatterCommands([project.path("packages/one/a.ts")], project.path("packages/one"))).toEqual([
      "(cd ../.. && npx prettier --write packages/one/a.ts)",
    ]);
  });

  for (const [lock, runner] of [
    ["pnpm-lock.yaml", "pnpm exec"],
    ["yarn.lock", "yarn run"],
    ["bun.lock", "bunx"],
    ["deno.lock", "npx"],
    ["package-lock.json", "npx"],
  ]) {
    test(`${lock} means ${runner}`, async () => {
      expect(await commands({ [`${lock}`]: "", ".prettierrc": "", "a.ts": "" }, "a.ts")).toEqual([
        `${runner} prettier --write a.ts`,
      ]);
    });
  }
});

test("a shell hands the files over as they are, whatever their names", async () => {
  const names = [
    "-rf.ts",
    "a b.ts",
    "it's.ts",
    "$(touch owned).ts",
    "[id].ts",
    "ä😀.ts",
    "new\nline\u001b.ts",
    "p/-q.ts",
  ];
  const project = tempProject({ ".prettierrc": "", ...Object.fromEntries(names.map((name) => [name, ""])) });
  const [command = "", ...others] = await formatterCommands(names.map(project.path), project.root);
  expect(others).toEqual([]);
  const bin = join(project.root, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "npx"), `#!/bin/sh\nprintf '%s\\0' "$@" > "${project.root}/args"\n`);
  chmodSync(join(bin, "npx"), 0o755);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, LC_ALL: "C.UTF-8" };
  execFileSync("bash", ["-c", command], { cwd: project.root, env });
  const args = readFileSync(project.path("args"), "utf8").split("\0");
  expect(args).toEqual(["prettier", "--write", ...names.map((name) => name.replace(/^-/, "./-")), ""]);
  expect(Object.keys(project.files())).not.toContain("owned");
});
