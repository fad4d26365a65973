import { lossBefore } from "../lost-before.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

export const stillThere: Obligation = {
  id: "still-there",
  why: "What was cleared on the way is no part of the union, which then is the challenge alone, with a reassuring name.",
  ask: (asked) => {
    const loss = lossBefore(asked);
    if (!loss) return met();
    return loss.isCertain ? refuted("cleared-before", loss.node) : open("cleared-before", loss.node);
  },
};
