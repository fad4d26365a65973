import { doubtOf } from "../../find/facts.ts";
import { isForbidden } from "../../find/kinds.ts";
import { thrownElsewhere } from "../thrown-elsewhere.ts";
import { met, type Obligation, open } from "./obligation.ts";

export const onlyStepUp: Obligation = {
  id: "only-step-up",
  why: "An answer that is no insufficient_scope challenge would ask for more than it needs, or for what was refused.",
  ask: ({ code, candidate, isProved, kinds }) => {
    const { tests } = candidate.facts;
    const on = tests.map(({ node }) => node);
    if (isForbidden(kinds)) return open("status-only", ...on);
    if (!isProved) {
      const { doubt = "other-causes" } = doubtOf(tests);
      // Where a function has more callers than are seen, that is in question, and no test that stands at one of them.
      const callers = doubt === "escaping-function" ? tests.filter(({ kind }) => kind === "callers") : [];
      return open(doubt, ...(callers.length > 0 ? callers.map(({ node }) => node) : on));
    }
    const thrown = thrownElsewhere(code, tests);
    if (thrown) return open("other-causes", thrown, ...on);
    return met(...on);
  },
};
