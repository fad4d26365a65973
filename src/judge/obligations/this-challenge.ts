import { lookedUp } from "../looked-up.ts";
import { ofAnotherRecord } from "../one-of-several.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

export const thisChallenge: Obligation = {
  id: "this-challenge",
  why: "A value of another response, or of a function that is not read, may be no scope at all: a token, a whole union.",
  ask: ({ code, candidate, replacing }) => {
    if (!candidate.isRelated) return refuted("unrelated-evidence", candidate.value);
    const { tests } = candidate.facts;
    for (const { challenged } of replacing) {
      const other = challenged && ofAnotherRecord(code, challenged, candidate.facts.tests);
      if (other) return open("unrelated-evidence", other);
    }
    const unread = replacing.flatMap(({ challenged, unread }) => {
      const call = unread ?? (challenged && lookedUp(code, challenged, tests));
      return call ? [call] : [];
    });
    if (unread.length > 0) return open("unread-function", ...unread);
    return met(...replacing.flatMap(({ challenged }) => challenged ?? []));
  },
};
