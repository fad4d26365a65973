import { describe, expect, test } from "vitest";
import { githubReport } from "../../src/report/github.ts";
import { FAILURES, ODD_PATHS, OUTCOMES, WIDE } from "./format-cases.ts";
import { checkedFile, fileWith, outcomeOf, REWRITE, siteAt, VIEW } from "./outcomes.ts";

/** A command as the runner of GitHub Actions reads a line. */
function read(line: string) {
  const [, name = "", given = "", data = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const plain = (text: string) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const property = (text: string) => plain(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
  const pairs = given.split(",").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), property(pair.slice(at + 1))];
  });
  return { name, message: plain(data), ...Object.fromEntries(pairs) } as Record<string, string>;
}

const commands = (...[outcome, view]: [Parameters<typeof githubReport>[0], Partial<typeof VIEW>?]) =>
  githubReport(outcome, { ...VIEW, ...view })
    .split("\n")
    .slice(0, -1)
    .map(read);

test("findings are errors and warnings, and advice notices", () => {
  const told = commands(OUTCOMES.findings);
  expect(told.map(({ name, file, title }) => `${name} ${file} ${title}`)).toEqual([
    "error src/a.ts step-up-union replaced-scope",
    "notice src/a.ts step-up-union refresh-cannot-widen",
    "warning src/b.mjs step-up-union shared-401-403-handler",
    "notice src/b.mjs step-up-union refresh-cannot-widen",
  ]);
  expect(told[0]).toMatchObject({ line: "17", endLine: "17", col: "18", endColumn: "36" });
  expect(told[0]?.message).toContain("`this.scope` is overwritten");
});

test("nothing is printed where nothing is found, and only what is a finding", () => {
  expect(githubReport(OUTCOMES.nothing, VIEW)).toBe("");
  expect(githubReport(OUTCOMES.silent, VIEW)).toBe("");
  const advised = commands(OUTCOMES.silent, { failOn: "advice" });
  expect(advised.map(({ name, file }) => `${name} ${file}`)).toEqual([
    "notice src/suppressed.mjs",
    "notice src/union.js",
  ]);
  expect(commands(OUTCOMES.findings, { failOn: "rewrite" }).map(({ file }) => file)).toEqual(["src/a.ts", "src/a.ts"]);
  expect(commands(OUTCOMES.installed)).toMatchObject([{ name: "warning", line: "3", col: "4" }]);
});

test("what could not be decided is an error, with its place where it has one", () => {
  const told = commands(OUTCOMES.failures);
  expect(told.map(({ name, file, line, col }) => [name, file, line, col])).toEqual([
    ["error", undefined, undefined, undefined],
    ["error", "src/gone.ts", undefined, undefined],
    ["error", undefined, undefined, undefined],
    ["error", "src/broken.ts", "3", "5"],
    ["error", "src/odd.ts", undefined, undefined],
  ]);
  expect(told[0]?.message).toBe("--since: There is no ref main.");
  expect(told[4]?.message).toBe(FAILURES[4]?.message);
  expect(told[3]?.title).toBe("step-up-union: could not decide (syntax)");
});

test("columns are told for one line only, and lines end with line feeds alone", () => {
  const [told] = commands(outcomeOf([WIDE]));
  expect(told).toMatchObject({ line: "2", endLine: "3" });
  expect(told).not.toHaveProperty("col");
  expect(told).not.toHaveProperty("endColumn");
});

test("paths keep their characters", () => {
  const paths = [...ODD_PATHS, "a\nb\r.ts", "a::b.ts", "c:d.ts"];
  const told = commands(outcomeOf(paths.map((file) => checkedFile(file, REWRITE))));
  expect([...new Set(told.map(({ file }) => file))]).toEqual(paths);
});

describe("a message", () => {
  const messageOf = (message: string) => {
    const report = githubReport(outcomeOf([fileWith("a.js", "x = 1", [siteAt("x = 1", "x = 1", { message })])]), VIEW);
    expect(report.split("\n")).toHaveLength(2);
    return read(report.slice(0, -1)).message;
  };

  test("keeps per cents, and what looks like an escape", () => {
    expect(messageOf("100% of %0A, %3A and :")).toBe("100% of %0A, %3A and :");
  });

  test("is no command itself", () => {
    expect(messageOf("\n::add-mask::x")).toBe(" \\u{3a}:add-mask::x");
    expect(messageOf("a ##[add-mask]x ##vso[task.complete]")).toBe("a \\u{23}#[add-mask]x \\u{23}#vso[task.complete]");
  });
});
