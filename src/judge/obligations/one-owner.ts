import { changingGetter } from "../accessors/effects.ts";
import { memoryOf } from "../change.ts";
import { askedOf } from "../owners/asked.ts";
import { frameOfSink } from "../owners/frames.ts";
import { replacementOf } from "../owners/replaced.ts";
import { variesBy } from "../owners/varies.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

export const oneOwner: Obligation = {
  id: "one-owner",
  why: "A union must not carry the scopes of one server, account or resource to another's authorization server.",
  ask: ({ code, candidate, known, tokens }) => {
    const memory = memoryOf(code, candidate, known);
    // A getter that moves on at each read gives the tokens of one, and asks another.
    for (const each of askedOf(code, memory ?? candidate, tokens)) {
      const changing = changingGetter(code, each);
      if (changing) return open("several-owners", each, changing);
    }
    // Where nothing is remembered, the union has the tokens of the provider that the same call is given.
    if (!memory) return met(candidate.node);
    const home = frameOfSink(code, memory);
    const asked = askedOf(code, memory, tokens);
    for (const each of asked) {
      const varies = variesBy({ code, home }, each);
      if (varies) return open("several-owners", each, varies);
      const replaced = replacementOf(code, memory, home, each);
      if (replaced) return refuted("several-owners", replaced, memory.node);
    }
    // Requests that are not seen may ask anybody.
    if (asked.length === 0) return open("several-owners", memory.node);
    return met(memory.target, ...asked);
  },
};
