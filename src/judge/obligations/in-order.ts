import { met, type Obligation, refuted } from "./obligation.ts";

export const inOrder: Obligation = {
  id: "in-order",
  why: "An await between a retry guard's test and its mark lets concurrent challenges through.",
  ask: ({ candidate, tokens }) => {
    if (tokens.kind === "unsafe") return refuted(tokens.doubt, candidate.node);
    return tokens.kind === "handler" ? met(tokens.call, candidate.node) : met(candidate.node);
  },
};
