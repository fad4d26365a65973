import { describe, expect, test } from "vitest";
import { keepInstalled } from "../../../src/cli/fix/keep-installed.ts";
import { tempProject } from "../../temp-project.ts";

const SDK = { name: "@modelcontextprotocol/sdk", version: "1.32.2" };
const FOLDER = "node_modules/@modelcontextprotocol/sdk";
const FILES = {
  "node_modules/.bin/step-up-union": "",
  [`${FOLDER}/package.json`]: SDK,
  [`${FOLDER}/dist/esm/package.json`]: { type: "module" },
  [`${FOLDER}/dist/esm/client.js`]: "",
  [`${FOLDER}/dist/cjs/client.js`]: "",
};
const CHANGED = [`${FOLDER}/dist/esm/client.js`, `${FOLDER}/dist/cjs/client.js`];

function recipes(files: Record<string, string | object>, changed: readonly string[] = CHANGED, from = "") {
  const project = tempProject({ ...FILES, ...files });
  return keepInstalled(changed.map(project.path), from === "" ? project.root : project.path(from));
}

describe("the change of an installed package is kept", () => {
  test("by patch-package, where npm installed it", async () => {
    expect(await recipes({ "package-lock.json": "{}", "package.json": {} })).toEqual([
      {
        ...SDK,
        manager: "npm",
        commands: [
          "npm install --save-dev patch-package",
          "npx patch-package @modelcontextprotocol/sdk",
          "npm pkg set scripts.postinstall=patch-package",
        ],
      },
    ]);
  });

  test("by patch-package, where yarn 1 did", async () => {
    const [recipe] = await recipes({ "yarn.lock": "# yarn lockfile v1\n" });
    expect(recipe?.commands.slice(0, 3)).toEqual([
      "yarn add --dev patch-package postinstall-postinstall",
      `npx step-up-union fix ${FOLDER}`,
      "yarn patch-package @modelcontextprotocol/sdk",
    ]);
  });

  test("by pnpm", async () => {
    const [recipe] = await recipes({ "pnpm-lock.yaml": "lockfileVersion: '9.0'\n" });
    expect(recipe).toEqual({
      ...SDK,
      manager: "pnpm",
      commands: [
        "pnpm patch @modelcontextprotocol/sdk@1.32.2 --edit-dir node_modules/.step-up-union",
        "npx step-up-union fix node_modules/.step-up-union",
        "pnpm patch-commit node_modules/.step-up-union",
        "rm -r node_modules/.step-up-union",
      ],
    });
  });

  test("by later versions of yarn", async () => {
    const [recipe] = await recipes({ "yarn.lock": "# generated\n\n__metadata:\n  version: 8\n" });
    expect(recipe?.manager).toBe("yarn@berry");
    expect(recipe?.commands[0]).toContain("yarn patch --json @modelcontextprotocol/sdk@npm:1.32.2");
  });
});

test("by bun, in place", async () => {
  const [recipe] = await recipes({ "bun.lock": "{}" });
  expect(recipe).toEqual({
    ...SDK,
    manager: "bun",
    commands: [`bun patch --commit ${FOLDER}`],
  });
});

test("no commands are told of a package manager that is not known", async () => {
  expect(await recipes({ "deno.lock": "{}", "src/a.ts": "" }, CHANGED, "src")).toEqual([
    { ...SDK, manager: "deno", commands: [] },
  ]);
});

test("nor of one that is named in package.json alone, whatever it is called", async () => {
  for (const name of ["vlt", "constructor"]) {
    const manifest = { "package.json": { packageManager: `${name}@1.0.0` } };
    expect(await recipes(manifest)).toEqual([{ ...SDK, manager: name, commands: [] }]);
  }
});

describe("the script that runs after an installation", () => {
  const last = async (scripts: object) =>
    (await recipes({ "package-lock.json": "{}", "package.json": { scripts } }))[0]?.commands.at(-1);

  test("goes behind what is there", async () => {
    expect(await last({ postinstall: "node it's.js" })).toBe(
      "npm pkg set 'scripts.postinstall=node it'\\''s.js && patch-package'",
    );
  });

  test("stays where it applies patches already", async () => {
    expect(await last({ postinstall: "husky && patch-package" })).toBe("npx patch-package @modelcontextprotocol/sdk");
  });
});

describe("a recipe is for the package", () => {
  test("below another one", async () => {
    const nested = "node_modules/outer/node_modules/@modelcontextprotocol/sdk";
    const files = { [`${nested}/package.json`]: SDK, [`${nested}/a.js`]: "" };
    const commands = (await recipes(files, [`${nested}/a.js`]))[0]?.commands;
    expect(commands).toContain("npx patch-package outer/@modelcontextprotocol/sdk");
  });

  test("in the store of pnpm, whose lock file is above a part of a workspace", async () => {
    const store = "app/node_modules/.pnpm/@modelcontextprotocol+sdk@1.32.2/node_modules/@modelcontextprotocol/sdk";
    const files = { "pnpm-lock.yaml": "", [`${store}/package.json`]: SDK, [`${store}/a.js`]: "" };
    const commands = (await recipes(files, [`${store}/a.js`]))[0]?.commands;
    expect(commands?.slice(0, 2)).toEqual([
      "cd app",
      "pnpm patch @modelcontextprotocol/sdk@1.32.2 --edit-dir node_modules/.step-up-union",
    ]);
  });

  test("of each place where it is installed", async () => {
    const files = { "b/node_modules/p/package.json": { name: "p", version: "2.0.0" }, "b/node_modules/p/a.js": "" };
    const made = await recipes(files, [...CHANGED, "b/node_modules/p/a.js"]);
    expect(made.map(({ name, version }) => `${name}@${version}`)).toEqual([
      "@modelcontextprotocol/sdk@1.32.2",
      "p@2.0.0",
    ]);
  });

  test("from wherever the command is run", async () => {
    const [recipe] = await recipes({ "src/a.ts": "" }, CHANGED, "src");
    expect(recipe?.commands[0]).toBe("cd ..");
  });
});

test("the copy that a recipe migrates needs none itself", async () => {
  const copy = "node_modules/.step-up-union";
  const files = { "pnpm-lock.yaml": "", [`${copy}/package.json`]: SDK, [`${copy}/a.js`]: "" };
  expect(await recipes(files, [`${copy}/a.js`])).toEqual([]);
});

test("what was done of a recipe is not told again", async () => {
  const lock = { "yarn.lock": "# yarn lockfile v1\n" };
  const [recipe] = await recipes({ ...lock, "package.json": { devDependencies: { "patch-package": "^8.0.0" } } });
  expect(recipe?.commands).toEqual([
    "yarn patch-package @modelcontextprotocol/sdk",
    "npm pkg set scripts.postinstall=patch-package",
  ]);
});

test("what is not installed needs no recipe", async () => {
  const files = { "src/a.ts": "", "node_modules/loose/a.js": "", "node_modules/.cache/x/a.js": "" };
  expect(await recipes(files, Object.keys(files))).toEqual([]);
});
