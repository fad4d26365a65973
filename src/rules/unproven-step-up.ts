import { STEP_UP } from "./play.ts";
import { leftToPerson, type SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const unprovenStepUp: SiteRule = {
  verdict: "review",
  meaning: "the scope is replaced; step-up is likely, not proved",
  remedy: say`Test the error code of this challenge where the scope is kept, and ${{ code: "fix" }} makes the change; or apply the suggestion, where the code is for step-up alone.`,
  message: leftToPerson,
  today: ({ sink, challenged }) =>
    say`${sink} gets the challenged scope ${challenged} alone, in code that answers a step-up challenge as far as can be seen.`,
  play: STEP_UP,
  course: "today, if it is a step-up",
  references: ["union", "challenge"],
};
