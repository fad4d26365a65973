import { expect, test } from "vitest";
import type { Outcome } from "../../src/model/outcome.ts";
import { onelineReport } from "../../src/report/oneline.ts";
import { FAILURES, ODD_PATHS, OUTCOMES, WIDE } from "./format-cases.ts";
import { checkedFile, outcomeOf, REWRITE, VIEW } from "./outcomes.ts";

const linesOf = (outcome: Outcome, view: Partial<typeof VIEW> = {}) =>
  onelineReport(outcome, { ...VIEW, ...view })
    .split("\n")
    .slice(0, -1);
const COUNTS = "123 files checked, 2 parsed, 2 step-up handlers recognised";

test("each finding and each advice is a line, and the last one a summary", () => {
  const lines = linesOf(OUTCOMES.findings);
  expect(lines.map((line) => line.slice(0, 48))).toEqual([
    "src/a.ts:17:18: rewrite replaced-scope: `this.sc",
    "src/a.ts:17:18: advice refresh-cannot-widen: a s",
    "src/b.mjs:7:7: review shared-401-403-handler: `t",
    "src/b.mjs:7:7: advice refresh-cannot-widen: a st",
    "2 findings in 2 files: 1 rewrite, 1 review; 123 ",
  ]);
  expect(lines.at(-1)).toBe(`2 findings in 2 files: 1 rewrite, 1 review; ${COUNTS}, 0.4 s`);
  expect(linesOf(OUTCOMES.findings, { quiet: true })).toEqual(lines.slice(0, -1));
});

test("what is no finding is no line", () => {
  expect(linesOf(OUTCOMES.nothing)).toEqual([`No step-up handler replaces the requested scope: ${COUNTS}, 0.4 s`]);
  expect(onelineReport(OUTCOMES.nothing, { ...VIEW, quiet: true })).toBe("");
  expect(linesOf(OUTCOMES.silent)).toEqual([
    `No findings: ${COUNTS}, 1 union already, 1 suppressed, 1 in the baseline, 0.4 s`,
  ]);
  expect(linesOf(OUTCOMES.silent, { failOn: "advice", quiet: true }).map((line) => line.split(": ")[0])).toEqual([
    "src/suppressed.mjs:8:7",
    "src/union.js:1:1",
  ]);
  expect(linesOf(OUTCOMES.installed)[0]).toMatch(
    /sdk\/dist\/a\.js:3:4: review installed-package: the installed `@model/,
  );
});

test("what could not be decided comes first, and is in the summary", () => {
  expect(linesOf(OUTCOMES.failures)).toEqual([
    "error usage: --since: There is no ref main.",
    "src/gone.ts: error unreadable: It does not exist.",
    "error nothing-matched: Nothing to check.",
    "src/broken.ts:3:5: error syntax: Unexpected token.",
    "src/odd.ts: error crash: A fault.     at x",
    `No findings, but not everything could be judged (5 failures): ${COUNTS}, 0.4 s`,
  ]);
  const both = { ...OUTCOMES.findings, failures: FAILURES };
  expect(linesOf(both).at(-1)).toContain("1 review; not everything could be judged (5 failures); 123 files");
});

test("a site of several lines is one line, and paths are as they are", () => {
  expect(linesOf(outcomeOf([WIDE]), { quiet: true })).toEqual([
    "src/wide.js:4:11: rewrite replaced-scope: the scope is replaced",
  ]);
  const lines = linesOf(outcomeOf(ODD_PATHS.map((file) => checkedFile(file, REWRITE))), { quiet: true });
  const paths = lines.map((line) => /^(.*?):\d+:\d+: (?:rewrite|advice)/.exec(line)?.[1]);
  expect([...new Set(paths)]).toEqual(ODD_PATHS);
});
