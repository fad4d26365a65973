import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { tempProject } from "../temp-project.ts";

const SCRIPT = fileURLToPath(new URL("../../.ci/count-tests.mjs", import.meta.url));

/** What the script makes of vitest's report on files, each with the states of its tests. */
function counted(files: Readonly<Record<string, { status?: string; message?: string; tests: readonly string[] }>>) {
  const project = tempProject({
    "report.json": {
      testResults: Object.entries(files).map(([name, { status, message = "", tests }]) => ({
        name: `/project/${name}`,
        status: status ?? (tests.includes("failed") ? "failed" : "passed"),
        message,
        assertionResults: tests.map((state, index) => ({ status: state, fullName: `test ${index}` })),
      })),
    },
  });
  return run(project.path("report.json"));
}

function run(...reports: string[]): { code: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, ...reports], { cwd: "/", encoding: "utf8" });
  return { code: status, lines: stdout.trimEnd().split("\n") };
}

test("passed tests are counted", () => {
  expect(counted({ a: { tests: ["passed", "passed"] }, b: { tests: ["passed"] } })).toEqual({
    code: 0,
    lines: ["3 passed, 0 failed"],
  });
});

test("several reports are counted together", () => {
  const report = (name: string, state: string) => ({
    testResults: [{ name: `/project/${name}`, status: state, assertionResults: [{ status: state, fullName: "test" }] }],
  });
  const project = tempProject({ "a.json": report("a", "passed"), "b.json": report("b", "failed") });
  expect(run(project.path("a.json"), project.path("b.json"))).toEqual({
    code: 1,
    lines: ["project/b: test: failed", "1 passed, 1 failed"],
  });
  expect(run(project.path("a.json"), project.path("missing.json")).code).toBe(1);
});

test("failed tests are counted and named", () => {
  expect(counted({ a: { tests: ["passed", "failed"] } })).toEqual({
    code: 1,
    lines: ["project/a: test 1: failed", "1 passed, 1 failed"],
  });
});

test.each(["skipped", "todo", "pending", "disabled"])("a %s test counts as failed", (state) => {
  expect(counted({ a: { tests: ["passed", state] } })).toEqual({
    code: 1,
    lines: [`project/a: test 1: did not run (${state})`, "1 passed, 1 failed"],
  });
});

test("a file that does not load counts as failed", () => {
  const files = {
    a: { tests: ["passed"] },
    b: { status: "failed", message: "\u001b[31mSyntaxError\u001b[0m\n\nat b:1\nfar away", tests: [] },
  };
  expect(counted(files)).toEqual({ code: 1, lines: ["project/b: SyntaxError at b:1", "1 passed, 1 failed"] });
});

test("a hook that fails after tests that passed counts as failed", () => {
  const files = { a: { status: "failed", tests: ["passed"] } };
  expect(counted(files)).toEqual({ code: 1, lines: ["project/a: failed outside its tests", "1 passed, 1 failed"] });
});

test("no test, and no report, count as failed", () => {
  expect(counted({})).toEqual({ code: 1, lines: ["There was no test.", "0 passed, 1 failed"] });
  const { code, lines } = run("/none/report.json");
  expect([code, lines.at(-1)]).toEqual([1, "0 passed, 1 failed"]);
});
