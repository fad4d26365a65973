import { met, type Obligation, refuted } from "./obligation.ts";

export const inOrder: Obligation = {
  id: "in-order",
  why: "An await between a retry guard's test and its mark lets concurrent challenges through.",
  ask: ({ candidate, tokens }) => (tokens.kind === "unsafe" ? refuted(tokens.doubt, candidate.node) : met()),
};
