import { STEP_UP } from "./play.ts";
import { leftToPerson, type SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const scopeSideChannel: SiteRule = {
  verdict: "review",
  meaning: "the challenged scope leaves by a call, a return value or a record",
  remedy: say`Look at who receives the scope: if that asks for it alone, join it there; if it joins it, suppress the site.`,
  message: leftToPerson,
  today: ({ sink, challenged }) =>
    say`On an insufficient_scope challenge the challenged scope ${challenged} leaves the handler by ${sink}; what is requested is decided elsewhere.`,
  play: STEP_UP,
  course: "today, if the receiver replaces",
  references: ["union", "challenge"],
};
