/** What a rewrite must prove. What each of these means stands in `rules/obligations.ts`. */
export type ObligationId =
  | "only-step-up"
  | "this-challenge"
  | "one-text"
  | "provider"
  | "still-there"
  | "in-order"
  | "limits-end"
  | "one-owner"
  | "no-other-reader";

/** `met`: evidence was found. `refuted`: evidence of the contrary was found. `open`: neither. */
export type ProofAnswer = "met" | "refuted" | "open";
