import { STEP_UP } from "./play.ts";
import { leftToPerson, type SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const scopePrecedence: SiteRule = {
  verdict: "review",
  meaning: "the challenge is first in a chain of alternatives, or a union is computed and then discarded",
  remedy: say`Put the union in the place of the challenged scope, in front of the other choices.`,
  message: leftToPerson,
  today: ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} gets the challenged scope ${challenged} in preference to other scopes, not along with them.`,
  play: STEP_UP,
  course: "today, if the challenge is chosen",
  references: ["union", "challenge"],
};
