import { describe, expect, test } from "vitest";
import { keepInstalled } from "../../../src/cli/fix/keep-installed.ts";
import { tempProject } from "../../temp-project.ts";

const SDK = { name: "@modelcontextprotocol/sdk", version: "1.32.2" };
const FOLDER = "node_modules/@modelcontextprotocol/sdk";
const FILES = {
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
  test("by patch-package, where npm installed it", () => {
    expect(recipes({ "package-lock.json": "{}", "package.json": {} })).toEqual([
      {
        ...SDK,
        tool: "patch-package",
        commands: [
          "npm install --save-dev patch-package",
          "npx patch-package @modelcontextprotocol/sdk",
          "npm pkg set scripts.postinstall=patch-package",
        ],
      },
    ]);
  });

  test("by patch-package, where yarn 1 did", () => {
    const [recipe] = recipes({ "yarn.lock": "# yarn lockfile v1\n" });
    expect(recipe?.commands.slice(0, 2)).toEqual([
      "yarn add --dev patch-package postinstall-postinstall",
      "yarn patch-package @modelcontextprotocol/sdk",
    ]);
  });

  test("by pnpm", () => {
    const [recipe] = recipes({ "pnpm-lock.yaml": "lockfileVersion: '9.0'\n" });
    expect(recipe).toEqual({
      ...SDK,
      tool: "pnpm patch",
      commands: [
        "pnpm patch @modelcontextprotocol/sdk@1.32.2 --edit-dir node_modules/.step-up-union",
        "npx step-up-union fix node_modules/.step-up-union",
        "pnpm patch-commit node_modules/.step-up-union",
        "rm -r node_modules/.step-up-union",
      ],
    });
  });

  test("by later versions of yarn", () => {
    const [recipe] = recipes({ "yarn.lock": "# generated\n\n__metadata:\n  version: 8\n" });
    expect(recipe?.tool).toBe("yarn patch");
    expect(recipe?.commands[0]).toContain("yarn patch --json @modelcontextprotocol/sdk@npm:1.32.2");
  });
});

describe("the script that runs after an installation", () => {
  const last = (scripts: object) =>
    recipes({ "package-lock.json": "{}", "package.json": { scripts } })[0]?.commands.at(-1);

  test("goes behind what is there", () => {
    expect(last({ postinstall: "node it's.js" })).toBe(
      "npm pkg set 'scripts.postinstall=node it'\\''s.js && patch-package'",
    );
  });

  test("stays where it applies patches already", () => {
    expect(last({ postinstall: "husky && patch-package" })).toBe("npx patch-package @modelcontextprotocol/sdk");
  });
});

describe("a recipe is for the package", () => {
  test("below another one", () => {
    const nested = "node_modules/outer/node_modules/@modelcontextprotocol/sdk";
    const files = { [`${nested}/package.json`]: SDK, [`${nested}/a.js`]: "" };
    const commands = recipes(files, [`${nested}/a.js`])[0]?.commands;
    expect(commands).toContain("npx patch-package outer/@modelcontextprotocol/sdk");
  });

  test("in the store of pnpm, whose lock file is above a part of a workspace", () => {
    const store = "app/node_modules/.pnpm/@modelcontextprotocol+sdk@1.32.2/node_modules/@modelcontextprotocol/sdk";
    const files = { "pnpm-lock.yaml": "", [`${store}/package.json`]: SDK, [`${store}/a.js`]: "" };
    const commands = recipes(files, [`${store}/a.js`])[0]?.commands;
    expect(commands?.slice(0, 2)).toEqual([
      "cd app",
      "pnpm patch @modelcontextprotocol/sdk@1.32.2 --edit-dir node_modules/.step-up-union",
    ]);
  });

  test("of each place where it is installed", () => {
    const files = { "b/node_modules/p/package.json": { name: "p", version: "2.0.0" }, "b/node_modules/p/a.js": "" };
    const made = recipes(files, [...CHANGED, "b/node_modules/p/a.js"]);
    expect(made.map(({ name, version }) => `${name}@${version}`)).toEqual([
      "@modelcontextprotocol/sdk@1.32.2",
      "p@2.0.0",
    ]);
  });

  test("from wherever the command is run", () => {
    expect(recipes({ "src/a.ts": "" }, CHANGED, "src")[0]?.commands[0]).toBe("cd ..");
  });
});

test("what is not installed needs no recipe", () => {
  const files = { "src/a.ts": "", "node_modules/loose/a.js": "", "node_modules/.cache/x/a.js": "" };
  expect(recipes(files, Object.keys(files))).toEqual([]);
});
