/** What the tool concludes about a site. */
export type Verdict = "rewrite" | "review" | "already-union";

/** The rules that judge a site. What each of them says stands in `rules/`, in a file of its name. */
export type SiteRuleId =
  | "replaced-scope"
  | "challenge-only-scope"
  | "replaced-scope-401"
  | "shared-401-403-handler"
  | "unproven-step-up"
  | "unfit-sink"
  | "scope-collection"
  | "scope-precedence"
  | "scope-side-channel"
  | "union-kept";

/** The rules that are advice: remarks that stand beside a verdict. */
export type AdviceId = "refresh-cannot-widen" | "unbounded-step-up" | "granted-scope-unknown" | "scope-may-be-missing";

export type RuleId = SiteRuleId | AdviceId;
