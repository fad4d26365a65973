import { keep, STEP_UP } from "./play.ts";
import type { SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const unionKept: SiteRule = {
  verdict: "already-union",
  meaning: "the previous scope flows into the new one",
  remedy: say`Nothing: this is never a finding.`,
  message: ({ sink }) => `${sink} keeps the previous scope: already a union`,
  today: ({ sink }) =>
    say`On an insufficient_scope challenge ${sink} gets the challenged scope along with what the client had.`,
  play: { start: STEP_UP.start, operations: STEP_UP.operations, today: keep },
  course: "today",
  references: ["union"],
};
