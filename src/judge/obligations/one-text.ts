import { met, type Obligation, open } from "./obligation.ts";

export const oneText: Obligation = {
  id: "one-text",
  why: "The helper joins texts and gives one: where a list is kept, or a type that takes not every text, it breaks.",
  ask: ({ candidate, change }) => {
    if (change === "narrow-sink" || change === "sink-needs-string") return open(change, candidate.target);
    return met(candidate.target);
  },
};
