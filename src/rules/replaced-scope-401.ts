import { joining, keep, needs, onRefusal, refused, replace, settled } from "./play.ts";
import type { SiteRule } from "./rule.ts";
import { say } from "./sentence.ts";

export const replacedScope401: SiteRule = {
  verdict: "rewrite",
  meaning: "a 401 handler overwrites the requested scope (reported only under --on-401=union)",
  remedy: say`Apply the change, if a 401 in between must not narrow the scope; else leave ${{ code: "--on-401=union" }} away.`,
  message: ({ sink, challenged }) =>
    `${sink} is overwritten on 401 with the challenged scope ${challenged}; request the union instead`,
  today: ({ sink, challenged }) =>
    say`On a 401 ${sink} is replaced by the challenged scope ${challenged}: what earlier step-ups added is forgotten.`,
  past: ({ sink, challenged }) =>
    say`On a 401 ${sink} was replaced by the challenged scope ${challenged}: what earlier step-ups had added was forgotten.`,
  play: {
    start: settled("read", "write", "admin"),
    operations: [refused("read"), needs("admin"), needs("write")],
    today: onRefusal(replace, keep),
    after: (reasons) => onRefusal(joining(reasons), keep),
  },
  course: "today",
  references: ["union"],
  option: "--on-401=union",
  isOf401: true,
};
