import { expect, test } from "vitest";
import type { Site } from "../../src/model/site.ts";
import type { Suppression } from "../../src/model/suppression.ts";
import { runnerReport } from "../../src/report/runner-report.ts";

const at = (line: number) => ({ start: line * 10, end: line * 10 + 5, line, column: 9, endLine: line, endColumn: 14 });

function site(line: number, more: Partial<Site> = {}): Site {
  const place = at(line);
  return {
    ...place,
    rule: "replaced-scope",
    verdict: "rewrite",
    message: "The requested scope is replaced.",
    reasons: {
      evidence: [],
      sink: { ...place, kind: "field", text: "this._scope" },
      challenged: { ...place, text: "scope" },
    },
    advice: [],
    proof: [],
    identity: { symbols: ["Client", "send"], code: "this._scope = scope" },
    ...more,
  };
}

const SUPPRESSION: Suppression = { ...at(3), rules: ["replaced-scope"], reason: "because", state: "used" };

test("a suppressed site is left out, and a suppression in order is only counted", () => {
  const suppressed = { rule: "replaced-scope", reason: "because", at: at(3) } as const;
  const sites = [site(2), site(4, { suppressed })];
  expect(runnerReport({ sites, suppressions: [SUPPRESSION] })).toEqual({
    lines: ["2:9 rewrite replaced-scope The requested scope is replaced."],
    counts: ["rewrite replaced-scope", "suppression used"],
  });
});

test("a suppression that is not in order is told, in its place", () => {
  const unused: Suppression = { ...SUPPRESSION, state: "unused", message: "line 4 has no finding of replaced-scope" };
  expect(runnerReport({ sites: [site(2), site(5)], suppressions: [unused] })).toEqual({
    lines: [
      "2:9 rewrite replaced-scope The requested scope is replaced.",
      "3:9 suppression unused line 4 has no finding of replaced-scope",
      "5:9 rewrite replaced-scope The requested scope is replaced.",
    ],
    counts: ["rewrite replaced-scope", "rewrite replaced-scope", "suppression unused"],
  });
});

test("a suppressed advice is left out of its site's line", () => {
  const suppressed = { rule: "unbounded-step-up", reason: "because", at: at(3) } as const;
  const advice = [{ rule: "unbounded-step-up", message: "No bound.", suppressed }] as const;
  expect(runnerReport({ sites: [site(4, { advice })], suppressions: [] })).toEqual({
    lines: ["4:9 rewrite replaced-scope The requested scope is replaced."],
    counts: ["rewrite replaced-scope"],
  });
});
