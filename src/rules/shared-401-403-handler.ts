import { joining, needs, onRefusal, refused, replace, settled } from "./play.ts";
import { leftToPerson, type SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const shared401403Handler: SiteRule = {
  verdict: "review",
  meaning: "the same code serves 401 and 403",
  remedy: say`Decide what a 401 may keep: ${{ code: "--shared-handlers=guard" }} takes the union on a 403 alone; for both, write it by hand.`,
  message: (told) =>
    told.verdict === "rewrite"
      ? `${told.sink} gets the challenged scope ${told.challenged} on 401, and the union on 403`
      : leftToPerson(told),
  today: ({ sink, challenged }) =>
    say`The same code answers a 401 and a step-up challenge, and on both ${sink} gets the challenged scope ${challenged} alone.`,
  past: ({ sink, challenged }) =>
    say`The same code answers a 401 and a step-up challenge, and on both ${sink} got the challenged scope ${challenged} alone.`,
  play: {
    start: settled("read", "write"),
    operations: [needs("admin"), needs("write"), refused("read")],
    today: replace,
    after: (reasons) => onRefusal(replace, joining(reasons)),
    instead: (reasons) => joining(reasons),
  },
  course: "today",
  option: "--shared-handlers=guard",
  references: ["union", "challenge"],
};
