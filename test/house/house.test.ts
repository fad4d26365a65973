import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runFix } from "../cli/fix/command.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { SDK_LIKE } from "./sdk-like.ts";
import { houseTools } from "./tools.ts";

/** The package with a runner of tests. */
const TESTED = { ...(SDK_LIKE["package.json"] as object), scripts: { test: "vitest run" } };

const PROGRAMS = {
  eslint: "eslint/bin/eslint.js",
  prettier: "prettier/bin/prettier.cjs",
  tsc: "typescript/bin/tsc",
} as const;

let tools = "";
beforeAll(async () => {
  tools = await houseTools();
});

function house(more: Record<string, string | object> = {}): TempProject {
  const project = tempProject({ ...SDK_LIKE, ...more });
  symlinkSync(tools, project.path("node_modules"), "junction");
  return project;
}

function run({ root }: TempProject, program: keyof typeof PROGRAMS, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(tools, PROGRAMS[program]), ...args], { cwd: root, encoding: "utf8" });
}

/** What the project's own tools report. */
function reported(project: TempProject): string[] {
  const found = [
    run(project, "eslint", "src"),
    run(project, "prettier", "--check", "src"),
    run(project, "tsc", "--pretty", "false"),
  ];
  return found.filter(({ status }) => status !== 0).map(({ stdout, stderr }) => stdout + stderr);
}

/** The sources that Prettier would change. */
const unformatted = (project: TempProject) => run(project, "prettier", "--list-different", "src").stdout;

describe("after migration, a project's own linter, formatter and compiler report nothing new", () => {
  test.each<[string, string[], string]>([
    ["with a file for the helper", [], "src/shared/unionScopes.ts"],
    ["with the helper in a module", ["--helper-file=src/client/auth.ts"], "src/client/auth.ts"],
    ["with it in a module that imports others", ["--helper-file=src/client/streamableHttp.ts"], ""],
  ])("%s", (_, args, helper) => {
    const project = house();
    expect(reported(project)).toEqual([]);
    const { status, stdout } = runFix(project.root, ...args, "src");
    expect(status).toBe(0);
    expect(stdout).toContain(helper);
    expect(project.read("src/client/streamableHttp.ts")).toContain("unionScopes(tokens?.scope, this._scope, scope)");
    expect(reported(project)).toEqual([]);
  });

  test("with its tests", () => {
    const project = house({ "package.json": TESTED });
    expect(runFix(project.root, "--with-tests", "src").stdout).toContain("src/shared/unionScopes.test.ts");
    expect(run(project, "eslint", "src")).toMatchObject({ status: 0, stdout: "" });
    expect(unformatted(project)).toBe("");
  });

  test("which they do of a helper that does not fit in", () => {
    const project = house();
    runFix(project.root, "--vendor-path=src/client/union-scopes.ts", "src");
    expect(reported(project).join()).toContain("unicorn/filename-case");
  });
});

describe("the real Prettier leaves the helper's file and its tests as they are", () => {
  test.each<[string, Record<string, string | object>]>([
    ["by its defaults", { ".prettierrc.json": {} }],
    ["of 80 columns without last commas", { ".prettierrc.json": { trailingComma: "es5", singleQuote: true } }],
    ["of 90 columns with wide steps", { ".prettierrc.json": { printWidth: 90, tabWidth: 8 } }],
    ["with tabs and without semicolons", { ".prettierrc.json": "", ".prettierrc": "useTabs: true\nsemi: false\n" }],
    [
      "with what .editorconfig says",
      { ".prettierrc.json": {}, ".editorconfig": "root = true\n[*]\nindent_size = 3\nmax_line_length = 100\n" },
    ],
  ])("%s", (_, more) => {
    const given = Object.fromEntries(Object.entries(more).filter(([, content]) => content !== ""));
    const { ".prettierrc.json": _own, ...others } = SDK_LIKE;
    const project = tempProject({ ...others, "package.json": TESTED, ...given });
    symlinkSync(tools, project.path("node_modules"), "junction");
    expect(run(project, "prettier", "--write", "src").status).toBe(0);
    runFix(project.root, "--with-tests", "src");
    expect(project.read("src/shared/unionScopes.test.ts")).toContain("unionScopes");
    expect(project.read("src/shared/unionScopes.ts")).toContain("export function unionScopes(");
    expect(unformatted(project)).not.toContain("unionScopes");
  });
});
