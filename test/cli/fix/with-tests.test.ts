import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tempProject } from "../../temp-project.ts";
import { rewriteFixture, runFix } from "./command.ts";

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
const MANIFEST = { name: "project", type: "module", scripts: { test: "vitest run" } };
const PROJECT = { "package.json": MANIFEST, "src/a.ts": SITE, "src/b.ts": SITE };
const ADDED = "  src/union-scopes.test.ts  new: tests of the union helper, for vitest\n";

test("the helper's tests come with it, once, and a second run adds nothing", () => {
  const project = tempProject(PROJECT);
  const { status, stdout, stderr } = runFix(project.root, "--with-tests");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^2 sites rewritten in 2 files\n {2}src\/union-scopes\.ts {2}new: the union helper\n {2}src\/union-scopes\.test\.ts {2}new: tests of the union helper, for vitest\n {2}src\/a\.ts/,
  );
  const after = project.files();
  expect(Object.keys(after)).toEqual([
    "package.json",
    "src/a.ts",
    "src/b.ts",
    "src/union-scopes.test.ts",
    "src/union-scopes.ts",
  ]);
  expect(runFix(project.root, "--with-tests").stdout).toBe("Nothing was changed.\n\nNo finding is left.\n");
  expect(project.files()).toEqual(after);
});

test("a dry run shows them as it shows the helper, and writes none; git can apply its patch", () => {
  const project = tempProject(PROJECT);
  const { stdout, stderr } = runFix(project.root, "--with-tests", "--dry-run");
  const names = ["src/union-scopes.ts", "src/union-scopes.test.ts", "src/a.ts", "src/b.ts"];
  expect(stdout.match(/^\+\+\+ .*$/gm)).toEqual(names.map((name) => `+++ b/${name}`));
  expect(stderr).toContain(ADDED);
  expect(Object.keys(project.files())).toEqual(["package.json", "src/a.ts", "src/b.ts"]);
  const applied = spawnSync("git", ["apply"], { cwd: project.root, input: stdout, encoding: "utf8" });
  expect(applied.status, applied.stderr).toBe(0);
  const patched = project.files();
  for (const name of ["src/a.ts", "src/b.ts"]) writeFileSync(project.path(name), SITE);
  const fresh = tempProject(PROJECT);
  runFix(fresh.root, "--with-tests");
  expect(patched).toEqual(fresh.files());
});

test("without the option there are none", () => {
  const project = tempProject(PROJECT);
  expect(runFix(project.root).stdout).not.toContain("test");
  expect(Object.keys(project.files())).not.toContain("src/union-scopes.test.ts");
});

test("a linter and a formatter are told of them", () => {
  const scripts = { ...MANIFEST.scripts, lint: "eslint ." };
  const project = tempProject({ ...PROJECT, "package.json": { ...MANIFEST, scripts } });
  expect(runFix(project.root, "--with-tests").stdout).toContain(
    "npx eslint --fix src/union-scopes.ts src/union-scopes.test.ts src/a.ts src/b.ts\n",
  );
});

test("a file that is there stays as it is", () => {
  const project = tempProject({ ...PROJECT, "src/union-scopes.test.ts": "// mine\n" });
  const { status, stdout, stderr } = runFix(project.root, "--with-tests");
  expect(status).toBe(0);
  expect(stdout).toContain("2 sites rewritten");
  expect(stdout).not.toContain("tests of the union helper");
  expect(stderr).toBe(
    "Remarks:\n  src/union-scopes.test.ts  It is there already, and stays as it is: no tests of the union helper were added.\n",
  );
  expect(project.read("src/union-scopes.test.ts")).toBe("// mine\n");
});

test("a helper that an earlier run left is tested, too; another helper is not", () => {
  const project = tempProject(PROJECT);
  runFix(project.root, "src/a.ts");
  expect(runFix(project.root, "--with-tests").stdout).toContain(ADDED);
  const other = tempProject({
    ...PROJECT,
    "src/union-scopes.ts": "export const unionScopes = (...all: (string | undefined)[]) => all.join(' ');\n",
  });
  const { status, stderr } = runFix(other.root, "--with-tests");
  expect(status).toBe(0);
  expect(stderr).toContain("src/union-scopes.ts  It has a unionScopes of its own, to which no tests were added.");
  expect(Object.keys(other.files())).not.toContain("src/union-scopes.test.ts");
});

test("where no runner is known, all else is done, and it is said", () => {
  const project = tempProject({ ...PROJECT, "package.json": { name: "project", type: "module" } });
  const { status, stdout, stderr } = runFix(project.root, "--with-tests");
  expect(status).toBe(0);
  expect(stdout).toContain("2 sites rewritten");
  expect(stderr).toBe(
    "Remarks:\n  src/union-scopes.ts  No tests were added: no package.json shows a test runner that is known (vitest, jest, mocha, ava, node --test, bun test).\n",
  );
});

test("where nothing needs a helper, it is said that there was nothing to test", () => {
  const project = tempProject({ "package.json": MANIFEST, "src/a.ts": "export const a = 1;\n" });
  expect(runFix(project.root, "--with-tests")).toMatchObject({
    status: 0,
    stdout: "Nothing was changed.\n\nNo finding is left.\n",
    stderr:
      "Remarks:\n  --with-tests: no rewrite took the helper from a module of the project, so no tests were added.\n",
  });
});

test("what cannot be written is a failure, and the rewrites are done", () => {
  const mocha = { ...MANIFEST, scripts: { test: "mocha" } };
  const project = tempProject({ ...PROJECT, "package.json": mocha, test: "no folder\n" });
  const { status, stdout, stderr } = runFix(project.root, "--with-tests");
  expect(status).toBe(2);
  expect(stdout).toContain("2 sites rewritten");
  expect(stderr).toMatch(/Could not decide:\n {2}test\/union-scopes\.test\.ts {2}It cannot be written: /);
});

describe("with a module that is to hold the helper", () => {
  const AUTH = "export const one = 1;\n";

  test("they have a file of their own", () => {
    const files = {
      ...PROJECT,
      "src/shared/auth.ts": AUTH,
      "src/shared/auth.test.ts": "import { one } from './auth.js';\n",
    };
    const project = tempProject(files);
    const { status, stdout } = runFix(project.root, "--with-tests", "--helper-file=src/shared/auth.ts");
    expect(status).toBe(0);
    expect(stdout).toContain("src/shared/union-scopes.test.ts  new: tests of the union helper, for vitest");
    expect(project.read("src/shared/union-scopes.test.ts")).toContain("import { unionScopes } from './auth.js';");
  });

  test("of a site of its own, too, in a dry run and in earnest", () => {
    const project = tempProject({ "package.json": MANIFEST, "src/a.ts": SITE, "src/shared/auth.ts": SITE });
    const args = ["--with-tests", "--helper-file=src/shared/auth.ts"];
    expect(runFix(project.root, ...args, "--dry-run").stdout.match(/^\+\+\+ .*$/gm)).toEqual(
      ["src/shared/union-scopes.test.ts", "src/shared/auth.ts", "src/a.ts"].map((name) => `+++ b/${name}`),
    );
    const { stdout, stderr } = runFix(project.root, ...args);
    expect(stderr).toBe("");
    expect(stdout.match(/tests of the union helper/g)).toHaveLength(1);
    expect(project.read("src/shared/union-scopes.test.ts")).toContain("import { unionScopes } from './auth.js';");
  });
});

test("a path that was chosen for the helper names its tests", () => {
  const project = tempProject(PROJECT);
  const { stdout } = runFix(project.root, "--with-tests", "--vendor-path=src/lib/scopes.ts");
  expect(stdout).toContain("src/lib/scopes.test.ts  new: tests of the union helper, for vitest");
});

describe("is a wrong option", () => {
  test.each([
    [["--helper=inline"], "--with-tests and --helper=inline exclude each other: the helper would stand in each file"],
    [
      ["--helper=import", "--helper-source=@acme/scopes"],
      "--with-tests and --helper=import exclude each other: the helper is another module's, and so are its tests",
    ],
  ])("beside %j", (args, message) => {
    const project = tempProject(PROJECT);
    const { status, stderr } = runFix(project.root, "--with-tests", ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(project.read("src/a.ts")).toBe(SITE);
  });

  test("beside such a configuration, unless the command line says otherwise", () => {
    const project = tempProject({ ...PROJECT, "step-up-union.config.json": { helper: "inline" } });
    const { status, stderr } = runFix(project.root, "--with-tests");
    expect(status).toBe(2);
    expect(stderr).toContain("step-up-union.config.json exclude each other");
    expect(runFix(project.root, "--with-tests", "--helper=vendor").stdout).toContain(ADDED);
  });
});
