/** What the tool concludes about a site. */
export type Verdict = "rewrite" | "review" | "already-union";

/** A rule that judges sites, or a piece of advice that stands beside a verdict. */
interface RuleEntry {
  readonly verdict: Verdict | "advice";
  /** One clause, without a full stop: what a finding of this rule means. */
  readonly meaning: string;
}

/** Every rule, in the order in which documentation lists them. */
export const RULES = {
  "replaced-scope": {
    verdict: "rewrite",
    meaning: "a step-up handler overwrites the requested scope with the challenged one",
  },
  "challenge-only-scope": {
    verdict: "rewrite",
    meaning: "the challenged scope alone is passed to the authorization call",
  },
  "replaced-scope-401": {
    verdict: "rewrite",
    meaning: "a 401 handler overwrites the requested scope (reported only under --on-401=union)",
  },
  "shared-401-403-handler": {
    verdict: "review",
    meaning: "the same code serves 401 and 403",
  },
  "unproven-step-up": {
    verdict: "review",
    meaning: "the scope is replaced; step-up is likely, not proved",
  },
  "unfit-sink": {
    verdict: "review",
    meaning: "the rewrite would not type-check or could not run here",
  },
  "scope-collection": {
    verdict: "review",
    meaning: "scopes are an array or a Set",
  },
  "scope-precedence": {
    verdict: "review",
    meaning: "the challenge is first in a chain of alternatives, or a union is computed and then discarded",
  },
  "scope-side-channel": {
    verdict: "review",
    meaning: "the challenged scope leaves by a call, a return value or a record",
  },
  "union-kept": {
    verdict: "already-union",
    meaning: "the previous scope flows into the new one",
  },
  "refresh-cannot-widen": {
    verdict: "advice",
    meaning:
      "the authorization call may take the refresh branch, and a refresh cannot widen scope (RFC 6749 section 6)",
  },
  "unbounded-step-up": {
    verdict: "advice",
    meaning: "no visible bound on step-up retries",
  },
  "granted-scope-unknown": {
    verdict: "advice",
    meaning: "no tokens could be reached, so the union lacks the granted scope",
  },
  "scope-may-be-missing": {
    verdict: "advice",
    meaning: "the challenge may name no scope, and the union then asks for what is held",
  },
} as const satisfies Record<string, RuleEntry>;

export type RuleId = keyof typeof RULES;

/** The rules that are advice. */
export type AdviceId = {
  [Id in RuleId]: (typeof RULES)[Id]["verdict"] extends "advice" ? Id : never;
}[RuleId];

/** The rules that judge a site. */
export type SiteRuleId = Exclude<RuleId, AdviceId>;
