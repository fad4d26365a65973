import { met, type Obligation, refuted } from "./obligation.ts";

export const thisChallenge: Obligation = {
  id: "this-challenge",
  why: "A value of another response, or of a function that is not read, may be no scope at all: a token, a whole union.",
  ask: ({ candidate, replacing }) => {
    if (!candidate.isRelated) return refuted("unrelated-evidence", candidate.value);
    return met(...replacing.flatMap(({ challenged }) => challenged ?? []));
  },
};
