import { STEP_UP } from "./play.ts";
import type { SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const challengeOnlyScope: SiteRule = {
  verdict: "rewrite",
  meaning: "the challenged scope alone is passed to the authorization call",
  remedy: say`Apply the change: ${{ code: "step-up-union fix" }} joins what was granted and the challenge. Keep what is asked for in a field, and that is joined, too.`,
  message: ({ challenged }) =>
    `the authorization call asks for the challenged scope ${challenged} alone; request the union instead`,
  today: ({ sink, challenged }) =>
    say`On an insufficient_scope challenge the client asks, by ${sink}, for the challenged scope ${challenged} alone: what it was granted before is not asked for again.`,
  past: ({ sink, challenged }) =>
    say`On an insufficient_scope challenge the client asked, by ${sink}, for the challenged scope ${challenged} alone: what it had been granted before was not asked for again.`,
  play: STEP_UP,
  course: "today",
  references: ["union", "challenge"],
};
