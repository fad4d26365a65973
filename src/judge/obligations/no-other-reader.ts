import { met, type Obligation, open } from "./obligation.ts";

export const noOtherReader: Obligation = {
  id: "no-other-reader",
  why: "What else reads the sink, as a key or as a text for people, would read the union instead of the challenge.",
  ask: ({ candidate }) =>
    candidate.use === "unseen" || candidate.mayChange ? open("unknown-sink", candidate.node) : met(),
};
