import { decidingComparison } from "../compared.ts";
import { grantLimit } from "../grant-limit.ts";
import { readsOf, readsProper } from "../sink-reads.ts";
import { decidesByPresence } from "../tested-scope.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

export const limitsEnd: Obligation = {
  id: "limits-end",
  why: "A union is not equal to the challenge that it was made of: a limit that compares the two never ends.",
  ask: ({ code, candidate }) => {
    const compared = decidingComparison(code, candidate);
    if (compared) return refuted("compared-scope", candidate.target, compared);
    if (decidesByPresence(code, candidate)) return refuted("tested-scope", candidate.target);
    const limit = grantLimit(code);
    if (limit) return open("limited-grant", candidate.target, limit);
    return met(...readsProper(code, readsOf(code, candidate)));
  },
};
