import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type TempProject, tempProject } from "../../temp-project.ts";
import { rewriteFixture, runFix } from "./command.ts";

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
const MANIFEST = { name: "project", type: "module" };
const AUTH = "export const one = 1;\n";
const OPTION = "--helper-file=src/shared/auth.ts";

function commit(project: TempProject): void {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const run = (...args: string[]) => execFileSync("git", [...who, ...args], { cwd: project.root, stdio: "pipe" });
  run("init", "--quiet");
  run("add", "--all");
  run("commit", "--quiet", "--message=all");
}

test("the helper is added to a module, and imported from there; a second run changes nothing", () => {
  const project = tempProject({
    "package.json": MANIFEST,
    "src/a.ts": SITE,
    "src/b.ts": SITE,
    "src/shared/auth.ts": AUTH,
  });
  const patch = runFix(project.root, OPTION, "--dry-run").stdout;
  expect(patch.match(/^\+\+\+ .*$/gm)).toEqual(["+++ b/src/shared/auth.ts", "+++ b/src/a.ts", "+++ b/src/b.ts"]);
  const { status, stdout } = runFix(project.root, OPTION);
  expect(stdout).toMatch(
    /^2 sites rewritten in 2 files\n {2}src\/shared\/auth\.ts {2}the union helper added\n {2}src\/a\.ts {2}1 site rewritten\n/,
  );
  expect(status).toBe(0);
  const after = project.files();
  expect(Object.keys(after)).toEqual(["package.json", "src/a.ts", "src/b.ts", "src/shared/auth.ts"]);
  expect(after["src/shared/auth.ts"]?.startsWith(AUTH)).toBe(true);
  expect(after["src/shared/auth.ts"]?.match(/^export function unionScopes/gm)).toHaveLength(3);
  for (const name of ["src/a.ts", "src/b.ts"])
    expect(after[name]).toContain("import { unionScopes } from './shared/auth.js';");
  expect(runFix(project.root, OPTION).stdout).toBe("Nothing was changed.\n\nNo finding is left.\n");
  expect(project.files()).toEqual(after);
});

test("of a module with a site of its own, too", () => {
  const project = tempProject({ "package.json": MANIFEST, "src/a.ts": SITE, "src/shared/auth.ts": SITE });
  const patch = runFix(project.root, OPTION, "--dry-run").stdout;
  expect(patch.match(/^\+\+\+ .*$/gm)).toEqual(["+++ b/src/shared/auth.ts", "+++ b/src/a.ts"]);
  expect(runFix(project.root, OPTION)).toMatchObject({ status: 0, stderr: "" });
  const text = project.read("src/shared/auth.ts");
  expect(text.match(/^export function unionScopes/gm)).toHaveLength(3);
  expect(text).toContain("this._scope = unionScopes(tokens?.scope, this._scope, scope)");
  expect(text).not.toContain("import { unionScopes");
  expect(project.read("src/a.ts")).toContain("import { unionScopes } from './shared/auth.js';");
});

test("type-checked with it", () => {
  const files = {
    "package.json": MANIFEST,
    "tsconfig.json": { compilerOptions: { module: "nodenext", strict: true, noEmit: true }, include: ["src"] },
    "src/shared/auth.ts": AUTH,
    "src/a.ts": SITE,
  };
  const project = tempProject(files);
  const { stdout } = runFix(project.root, OPTION, "--verify");
  expect(stdout).toContain("src/shared/auth.ts  the union helper added");
  expect(project.read("src/a.ts")).toContain("unionScopes(tokens?.scope");
});

test("not to one with uncommitted changes, nor is anything changed that needs it there", () => {
  const project = tempProject({ "package.json": MANIFEST, "src/a.ts": SITE, "src/shared/auth.ts": AUTH });
  commit(project);
  appendFileSync(project.path("src/shared/auth.ts"), "// work in progress\n");
  const { status, stdout, stderr } = runFix(project.root, OPTION);
  expect(status).toBe(2);
  expect(stdout).toMatch(/^Nothing was changed\.\n/);
  expect(stderr).toContain("src/shared/auth.ts  It has changes that are not committed");
  expect(project.read("src/a.ts")).toBe(SITE);
  expect(runFix(project.root, OPTION, "--allow-dirty").status).toBe(0);
  expect(project.read("src/shared/auth.ts").startsWith(`${AUTH}// work in progress\n\n/**`)).toBe(true);
});

test("not to one that has another helper of the name", () => {
  const auth = "export const unionScopes = (scopes: string[]) => scopes;\n";
  const project = tempProject({ "package.json": MANIFEST, "src/a.ts": SITE, "src/shared/auth.ts": auth });
  const { status, stderr } = runFix(project.root, OPTION);
  expect(status).toBe(2);
  expect(stderr).toContain("the unionScopes that it declares is not known to join scopes");
  expect([project.read("src/a.ts"), project.read("src/shared/auth.ts")]).toEqual([SITE, auth]);
});

test.each([
  [[OPTION], "--helper-file=src/shared/auth.ts is not there; --vendor-path=src/shared/auth.ts makes a new file"],
  [["--helper-file=package.json"], "--helper-file=package.json is no module that can take the helper"],
  [["--helper-file=src/a.ts", "--vendor-path=b.ts"], "--helper-file and --vendor-path exclude each other"],
  [["--helper-file=src/a.ts", "--helper=inline"], "--helper-file needs --helper=vendor or --helper=auto"],
])("%j is a wrong option", (args, message) => {
  const project = tempProject({ "package.json": MANIFEST, "src/a.ts": SITE });
  const { status, stderr } = runFix(project.root, ...args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(project.read("src/a.ts")).toBe(SITE);
});
