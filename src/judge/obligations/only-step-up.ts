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
    if (!isProved) return open(doubtOf(tests).doubt ?? "other-causes", ...on);
    const thrown = thrownElsewhere(code, tests);
    if (thrown) return open("other-causes", thrown, ...on);
    return met(...on);
  },
};
