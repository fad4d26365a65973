import type { Location } from "./site.ts";

/** What every suppression comment begins with. */
export const SUPPRESSION_WORD = "step-up-union-ignore";

/** The forms of a suppression comment: for the line below it, and for its own. */
export const SUPPRESSION_FORMS = [`${SUPPRESSION_WORD}-next-line`, `${SUPPRESSION_WORD}-line`] as const;
export type SuppressionForm = (typeof SUPPRESSION_FORMS)[number];

/** What becomes of a suppression comment. Only `used` and `unused` ones are well formed, and only they suppress. */
export type SuppressionState =
  /** Each of its rules has a finding or an advice on its line. */
  | "used"
  /** One of its rules has none. Its other rules are suppressed all the same. */
  | "unused"
  /** It names no rule, or one that does not exist. */
  | "unknown-rule"
  | "no-reason"
  /** It begins like a suppression, but with neither of the forms. */
  | "unknown-form";

/** A comment that asks for findings of a line to be left out. */
export interface Suppression extends Location {
  /** Its rules, as written. */
  readonly rules: readonly string[];
  /** Why, on one line; empty where nothing is said. */
  readonly reason: string;
  readonly state: SuppressionState;
  /** One sentence for the person who must mend it; absent where it is used. */
  readonly message?: string;
}

/** Whether a text may hold a suppression comment: the test that spares other files the search. */
export function mayHoldSuppression(source: string): boolean {
  return source.includes(SUPPRESSION_WORD);
}
