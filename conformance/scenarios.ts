import type { ClientOutcome } from "./protocol.ts";
import type { CheckStatus } from "./suite.ts";

/** What a scenario of the official suite must say about a client. */
export interface Expectation {
  /** Checks that must be there once, with this status. */
  readonly checks: Readonly<Record<string, CheckStatus>>;
  readonly outcome: ClientOutcome["kind"];
  /** The scope of each authorization request. */
  readonly requestedScopes: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly published: Expectation;
  readonly migrated: Expectation;
}

/** The check that the migration is about. */
export const UNION_CHECK = "sep-2350-scope-union-on-reauth";

/** The revision of the specification that asks for the union. */
export const SPEC_VERSION = "2026-07-28";

/** First `mcp:basic` is required, then, for another operation, `mcp:write`. */
export const STEP_UP: Scenario = {
  name: "auth/scope-step-up",
  published: {
    checks: { "scope-step-up-initial": "SUCCESS", "scope-step-up-escalation": "SUCCESS", [UNION_CHECK]: "WARNING" },
    outcome: "completed",
    requestedScopes: ["mcp:basic", "mcp:write"],
  },
  migrated: {
    checks: { "scope-step-up-initial": "SUCCESS", "scope-step-up-escalation": "SUCCESS", [UNION_CHECK]: "SUCCESS" },
    outcome: "completed",
    requestedScopes: ["mcp:basic", "mcp:basic mcp:write"],
  },
};

const REFUSED_AFTER_ONE_RETRY: Expectation = {
  checks: { "scope-retry-limit": "SUCCESS" },
  outcome: "stopped",
  requestedScopes: ["mcp:admin", "mcp:admin"],
};

/** Every token is refused with the same challenge. */
export const RETRY_LIMIT: Scenario = {
  name: "auth/scope-retry-limit",
  published: REFUSED_AFTER_ONE_RETRY,
  migrated: REFUSED_AFTER_ONE_RETRY,
};
