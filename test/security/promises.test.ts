import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { WATCHED, world } from "./world.ts";

const REPORT = "project/report.json";

interface Case {
  readonly line: string;
  readonly code: number;
  /** What it writes, besides standard output: paths from the folder around the project. */
  readonly written?: readonly string[];
  /** What is run before. */
  readonly first?: string;
}

const CASES: readonly Case[] = [
  { line: "check", code: 1 },
  { line: "check --format sarif --project tsconfig.json src", code: 1 },
  { line: "check --since HEAD", code: 0 },
  { line: "check --staged", code: 0 },
  { line: "check --output-file report.json src", code: 1, written: [REPORT] },
  {
    line: "check --fail-on-dependencies",
    code: 2,
    written: ["project/node_modules/.cache/step-up-union/error-code.json"],
  },
  { line: "merge report.json", code: 1, first: "check --output-file report.json src" },
  { line: "explain src/a.ts", code: 0 },
  { line: "explain --format html src", code: 0 },
  { line: "fix --dry-run src", code: 1 },
  { line: "fix src", code: 0, written: ["project/src/a.ts", "project/src/union-scopes.ts"] },
  {
    line: "fix --allow-dirty --verify src",
    code: 0,
    written: ["project/src/a.ts", "project/src/union-scopes.ts"],
  },
  {
    line: "fix node_modules/@modelcontextprotocol/sdk",
    code: 0,
    written: ["project/node_modules/@modelcontextprotocol/sdk/a.ts"],
  },
];

describe("runs nothing of the project, asks no other machine, and writes what it says:", () => {
  test.each(CASES)("$line", async ({ line, code, written = [], first }) => {
    const { project, run, told } = world();
    if (first !== undefined) await run(first.split(" "));
    const before = project.files();
    const ended = await run(line.split(" "));
    expect(ended.code, ended.stderr).toBe(code);
    expect(told()).toBe("");
    const after = project.files();
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    expect(names.filter((name) => before[name] !== after[name]).sort()).toEqual([...written].sort());
  });
});

describe("the test would see", () => {
  const inside = (code: string) => {
    const { project, told } = world();
    const env = { ...process.env, NODE_OPTIONS: `--import=${WATCHED}`, STEP_UP_UNION_TOLD: `${project.root}/told` };
    spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: `${project.root}/project`, env });
    return told();
  };

  test.each([
    ['await fetch("http://127.0.0.1:8123").catch(() => {});', /a connection/],
    ['(await import("node:https")).get("https://example.org").on("error", () => {});', /a name|a connection/],
    ['(await import("node:dns")).promises.resolve4("example.org").catch(() => {});', /a name/],
    [
      `new (await import("node:worker_threads")).Worker('fetch("http://127.0.0.1:8123").catch(() => {})', { eval: true });`,
      /a connection/,
    ],
    ['await import("./src/side-effect.cjs");', /side-effect\.cjs ran/],
    ['(await import("node:child_process")).execFileSync("git", ["diff"], { stdio: "ignore" });', /tell\.sh ran/],
  ])("%s", (code, told) => expect(inside(code)).toMatch(told));
});
