import { hasNothingToJoin } from "../change.ts";
import { met, type Obligation, open } from "./obligation.ts";

export const provider: Obligation = {
  id: "provider",
  why: "Where there is no tokens() that takes no argument and gives a record with a scope, every step-up would throw.",
  ask: ({ candidate, change, tokens }) => {
    if (tokens.kind === "statement" || tokens.kind === "inline") return met(tokens.provider.node);
    // Nothing is read: the union has what the handler read itself, or its two other parts.
    const isEmpty = candidate.path === undefined && typeof change !== "string" && hasNothingToJoin(change);
    return isEmpty ? open("nothing-to-join", candidate.node) : met();
  },
};
