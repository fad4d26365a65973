import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHECK_FORMATS, type CheckFormat } from "../../src/report/format-names.ts";
import { command } from "../installed/command.ts";
import { readMarkdown } from "../readme/markdown.ts";
import { sarifFaults } from "../report/sarif-shape.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";

const PAGE = readMarkdown(readFileSync(new URL("../../docs/formats.md", import.meta.url), "utf8"));

const FILES = {
  "package.json": { name: "client", type: "module" },
  "src/a.ts": TYPESCRIPT,
  "src/shared.js": SHARED,
};

/** The part of each command that is ours, by the format that its section is about. */
const COMMANDS = PAGE.blocks.flatMap(({ headings, text }) => {
  const format = /^`(\w+)`/.exec(headings.at(-1) ?? "")?.[1] as CheckFormat;
  return [...text.matchAll(/npx step-up-union (check [^\n|]*)/g)].map(([, line = ""]) => ({
    format,
    line: line.trim(),
  }));
});

/** What the consumer of a format does, as far as it can be had here. */
const CONSUMERS: Partial<Record<CheckFormat, (project: TempProject, stdout: string) => void>> = {
  sarif: ({ read }) => {
    const document = JSON.parse(read("step-up-union.sarif"));
    expect(sarifFaults(document)).toEqual([]);
    expect(document.runs[0].results.length).toBeGreaterThan(1);
  },
  github: (_, stdout) => {
    expect(stdout).toMatch(/^::error file=src\/a\.ts,line=19,/);
    expect(stdout).toMatch(/^::warning file=src\/shared\.js,/m);
  },
  gitlab: ({ read }) => {
    const [issue] = JSON.parse(read("gl-code-quality-report.json"));
    expect(issue).toMatchObject({ check_name: "replaced-scope", location: { path: "src/a.ts", lines: { begin: 19 } } });
  },
  rdjson: (_, stdout) => {
    expect(JSON.parse(stdout).diagnostics[0]).toMatchObject({ location: { path: "src/a.ts" }, severity: "ERROR" });
  },
  diff: ({ root, read }) => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CEILING_DIRECTORIES: root };
    const [, args = ""] = PAGE.blocks.flatMap(({ text }) => /^git (apply .*)$/m.exec(text) ?? []);
    const apply = () => spawnSync("git", args.split(" "), { cwd: root, env }).status;
    expect(apply()).toBe(0);
    expect(read("src/a.ts")).toContain("unionScopes(tokens?.scope, this._scope, scope)");
    // Where nothing is to be rewritten.
    writeFileSync(join(root, "step-up-union.patch"), "");
    expect(apply()).toBe(0);
  },
  oneline: (_, stdout) => {
    expect(stdout).toMatch(/^src\/a\.ts:19:11: rewrite replaced-scope: /);
  },
  markdown: ({ read }) => {
    const report = read("step-up-union.md");
    expect(report).toContain("<code>src/a.ts:19:11</code>");
    expect(report.length).toBeLessThan(65_536 - 900);
  },
  agent: (_, stdout) => {
    expect(stdout).toContain("## 1. rewrite replaced-scope `src/a.ts:19:11`");
  },
};

test("there is a section and a command for each format that README has no section for", () => {
  const others = Object.keys(CHECK_FORMATS).filter((format) => format !== "pretty" && format !== "json");
  expect(PAGE.headings.flatMap((heading) => /^`(\w+)`/.exec(heading)?.[1] ?? [])).toEqual(others);
  expect(COMMANDS.map(({ format }) => format)).toEqual(others);
  expect(Object.keys(CONSUMERS)).toEqual(others);
});

test.each(COMMANDS)("$line gives its consumer what that takes", async ({ format, line }) => {
  const project = tempProject(FILES);
  const { code, stdout, stderr } = await command(project.root, line.split(" "));
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  CONSUMERS[format]?.(project, stdout);
});

test("the error format for Vim takes a finding apart", async () => {
  const { text = "" } = PAGE.blocks.find(({ language }) => language === "vim") ?? {};
  const [, args = ""] = /makeprg=npx\\ step-up-union\\ (\S+(?:\\ \S+)*) errorformat=%f:%l:%c:\\ %m/.exec(text) ?? [];
  const { stdout } = await command(tempProject(FILES).root, args.replaceAll("\\ ", " ").split(" "));
  const lines = stdout.split("\n").slice(0, -1);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.filter((line) => !/^src\/[\w.]+:\d+:\d+: \S/.test(line))).toEqual([]);
});
