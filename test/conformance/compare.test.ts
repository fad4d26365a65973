import { describe, expect, test } from "vitest";
import { deviationsOfMigrated, deviationsOfPublished } from "../../conformance/compare.ts";
import { RETRY_LIMIT, STEP_UP, UNION_CHECK } from "../../conformance/scenarios.ts";
import type { Check, CheckStatus, Judgement } from "../../conformance/suite.ts";

const INITIAL: Check = { id: "scope-step-up-initial", status: "SUCCESS" };
const ESCALATION: Check = { id: "scope-step-up-escalation", status: "SUCCESS" };
const TOKEN: Check = { id: "token-request", status: "SUCCESS" };

const published = stepUp("WARNING", ["mcp:basic", "mcp:write"], [TOKEN, TOKEN]);
const migrated = stepUp("SUCCESS", ["mcp:basic", "mcp:basic mcp:write"], [TOKEN, TOKEN]);

function stepUp(union: CheckStatus, requestedScopes: string[], others: Check[]): Judgement {
  return {
    checks: [INITIAL, ESCALATION, { id: UNION_CHECK, status: union }, ...others],
    outcome: { kind: "completed", requestedScopes },
  };
}

describe("a published package", () => {
  test("that replaces the scope is as expected", () => {
    expect(deviationsOfPublished(STEP_UP, published)).toEqual([]);
  });

  test("that unions already deviates", () => {
    expect(deviationsOfPublished(STEP_UP, migrated)).toEqual([
      `auth/scope-step-up: ${UNION_CHECK} is SUCCESS, not WARNING`,
      "auth/scope-step-up: the client asked for mcp:basic | mcp:basic mcp:write, not mcp:basic | mcp:write",
    ]);
  });
});

describe("a migrated package", () => {
  test("that unions is as expected", () => {
    expect(deviationsOfMigrated(STEP_UP, published, migrated)).toEqual([]);
  });

  test("deviates where a check is missing", () => {
    const checks = migrated.checks.filter(({ id }) => id !== UNION_CHECK);
    expect(deviationsOfMigrated(STEP_UP, published, { ...migrated, checks })).toEqual([
      `auth/scope-step-up: ${UNION_CHECK} is missing, not SUCCESS`,
    ]);
  });

  test("deviates where nothing was checked at all", () => {
    const nothing: Judgement = { checks: [], outcome: { kind: "stopped", requestedScopes: [], error: "no server" } };
    expect(deviationsOfMigrated(RETRY_LIMIT, nothing, nothing)).toEqual([
      "auth/scope-retry-limit: scope-retry-limit is missing, not SUCCESS",
      "auth/scope-retry-limit: the client asked for nothing, not mcp:admin | mcp:admin",
    ]);
  });

  test("deviates where another check changes its status or comes more often", () => {
    const other = stepUp("SUCCESS", ["mcp:basic", "mcp:basic mcp:write"], [TOKEN, { ...TOKEN, status: "FAILURE" }]);
    expect(deviationsOfMigrated(STEP_UP, published, other)).toEqual([
      "auth/scope-step-up: token-request SUCCESS: 2 times as published, 1 times migrated",
      "auth/scope-step-up: token-request FAILURE: 0 times as published, 1 times migrated",
    ]);
  });

  test("deviates where the client ends otherwise", () => {
    const stopped: Judgement = { ...migrated, outcome: { ...migrated.outcome, kind: "stopped", error: "403" } };
    expect(deviationsOfMigrated(STEP_UP, published, stopped)).toEqual([
      "auth/scope-step-up: the client stopped, where it should have completed: 403",
      "auth/scope-step-up: the client's error was none, and is 403",
    ]);
  });
});
