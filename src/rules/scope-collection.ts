import { STEP_UP } from "./play.ts";
import { leftToPerson, type SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const scopeCollection: SiteRule = {
  verdict: "review",
  meaning: "scopes are an array or a Set",
  remedy: say`Join the lists: apply the suggestion, and look whether the rest of the code takes it.`,
  message: leftToPerson,
  today: ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink}, a list of scopes, gets those of the challenge (${challenged}) alone.`,
  play: STEP_UP,
  course: "today, if the old scopes go",
  references: ["union", "scope"],
};
