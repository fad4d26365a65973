import { droppedTokens } from "../dropped-tokens.ts";
import { joinedBeside } from "../joined-beside.ts";
import { lossBefore } from "../lost-before.ts";
import { endedBy, takenBack } from "../taken-back.ts";
import { writtenAnew } from "../written-anew.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

export const stillThere: Obligation = {
  id: "still-there",
  why: "What was cleared on the way is no part of the union, which then is the challenge alone, with a reassuring name.",
  ask: (asked) => {
    const { code, candidate, tokens } = asked;
    const anew = writtenAnew(code, candidate) ?? joinedBeside(code, candidate, asked.known);
    if (anew) return open("discarded-union", anew);
    const loss = lossBefore(asked);
    const isRead = tokens.kind === "statement" || tokens.kind === "inline";
    const dropped = loss || !isRead ? undefined : droppedTokens(code, candidate);
    if (dropped) return open("cleared-before", dropped);
    const back = loss || !isRead ? undefined : takenBack(code, candidate);
    if (back) return open("taken-back", back);
    const ended = loss ? undefined : endedBy(code, candidate);
    if (ended) return open("used-once", ended);
    if (!loss) return met();
    return loss.isCertain ? refuted("cleared-before", loss.node) : open("cleared-before", loss.node);
  },
};
