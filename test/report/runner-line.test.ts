import { expect, test } from "vitest";
import type { Site } from "../../src/model/site.ts";
import { runnerCounts, runnerLine } from "../../src/report/runner-line.ts";

const AT = { start: 0, end: 5, line: 12, column: 9, endLine: 12, endColumn: 14 };
const SITE: Site = {
  ...AT,
  rule: "replaced-scope",
  verdict: "rewrite",
  message: "The requested scope is replaced.",
  reasons: {
    evidence: [],
    sink: { ...AT, kind: "field", text: "this._scope" },
    challenged: { ...AT, text: "scope" },
  },
  advice: [],
  proof: [],
  identity: { symbols: ["Client", "send"], code: "this._scope = scope" },
};

test("a site is one line", () => {
  expect(runnerLine(SITE)).toBe("12:9 rewrite replaced-scope The requested scope is replaced.");
  expect(runnerCounts(SITE)).toEqual(["rewrite replaced-scope"]);
});

test("advice stands behind it", () => {
  const advised: Site = {
    ...SITE,
    advice: [
      { rule: "unbounded-step-up", message: "No bound on retries." },
      { rule: "refresh-cannot-widen", message: "A refresh cannot widen scope." },
    ],
  };
  expect(runnerLine(advised)).toBe(
    "12:9 rewrite replaced-scope The requested scope is replaced. [advice unbounded-step-up: No bound on retries.] [advice refresh-cannot-widen: A refresh cannot widen scope.]",
  );
  expect(runnerCounts(advised)).toEqual([
    "rewrite replaced-scope",
    "advice unbounded-step-up",
    "advice refresh-cannot-widen",
  ]);
});

test("code in a message does not break the line", () => {
  expect(runnerLine({ ...SITE, message: "Suggested:\r\n  this._scope =\n    scope" })).toBe(
    "12:9 rewrite replaced-scope Suggested: this._scope = scope",
  );
});
