import { STEP_UP } from "./play.ts";
import { leftToPerson, type SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const unfitSink: SiteRule = {
  verdict: "review",
  meaning: "the rewrite would not type-check or could not run here",
  remedy: say`Change what is in the way, which the message names, and ${{ code: "fix" }} makes the change; or write the union by hand.`,
  message: leftToPerson,
  today: ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} gets the challenged scope ${challenged} alone, and a union can't be put in its place without more changes.`,
  play: STEP_UP,
  course: "today",
  references: ["union", "challenge"],
};
