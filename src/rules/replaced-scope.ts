import { STEP_UP } from "./play.ts";
import type { SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const replacedScope: SiteRule = {
  verdict: "rewrite",
  meaning: "a step-up handler overwrites the requested scope with the challenged one",
  remedy: say`Apply the change: ${{ code: "step-up-union fix" }} joins what was granted, what was asked for before, and the challenge.`,
  message: ({ sink, challenged }) =>
    `${sink} is overwritten with the challenged scope ${challenged}; request the union instead`,
  today: ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} is replaced by the challenged scope ${challenged}: what the client asked for before is forgotten.`,
  past: ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} was replaced by the challenged scope ${challenged}: what the client had asked for before was forgotten.`,
  play: STEP_UP,
  course: "today",
  references: ["union", "challenge"],
};
