import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { Row } from "../../conformance/matrix.ts";
import { UNION_CHECK } from "../../conformance/scenarios.ts";
import type { CheckStatus, Judgement } from "../../conformance/suite.ts";
import { deviationList, judgementTable } from "../../conformance/table.ts";

const retryLimit = judgement("scope-retry-limit", "SUCCESS", "mcp:admin");
const published: Row = {
  package: "sdk 1.0.0",
  variant: "published",
  stepUp: judgement(UNION_CHECK, "WARNING", "mcp:write"),
  retryLimit,
  deviations: [],
};
const migrated: Row = {
  ...published,
  variant: "inline",
  stepUp: judgement(UNION_CHECK, "SUCCESS", "mcp:basic mcp:write"),
};

function judgement(id: string, status: CheckStatus, requestedScope: string): Judgement {
  return { checks: [{ id, status }], outcome: { kind: "completed", requestedScopes: [requestedScope] } };
}

function plain(text: string): string[] {
  return stripVTControlCharacters(text).split("\n");
}

describe("the table", () => {
  test("shows a package's rows below its name, and that all is well", () => {
    expect(plain(judgementTable([published, migrated]))).toEqual([
      "  migration  sep-2350-scope-union-on-reauth  asked for at the step-up  other checks  scope-retry-limit",
      "",
      "sdk 1.0.0",
      "  published  WARNING                         mcp:write                 1 of 1 pass   SUCCESS",
      "  inline     SUCCESS                         mcp:basic mcp:write       1 of 1 pass   SUCCESS",
      "",
      "All 1 migrated builds request the union; every other check is as it was before migration.",
    ]);
  });

  test("marks a row that deviates", () => {
    const lines = plain(judgementTable([published, { ...published, variant: "vendor", deviations: ["it replaces"] }]));
    expect(lines).toContain(
      "  vendor     WARNING                         mcp:write                 1 of 1 pass   SUCCESS            deviates",
    );
    expect(lines.at(-1)).toBe("1 of 2 rows deviate.");
  });

  test("says missing where a check is missing", () => {
    const row: Row = { ...published, stepUp: { ...published.stepUp, checks: [] } };
    expect(plain(judgementTable([row]))[3]).toMatch(/^ {2}published {2}missing /);
  });
});

test("a deviation is listed once, with its rows", () => {
  const row: Row = { ...migrated, deviations: ["it replaces"] };
  expect(plain(deviationList([published, row, { ...row, variant: "vendor" }]))).toEqual([
    "Deviation: it replaces",
    "  in sdk 1.0.0, inline",
    "  in sdk 1.0.0, vendor",
  ]);
});
