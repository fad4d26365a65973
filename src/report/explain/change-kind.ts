import type { Reasons, Site } from "../../model/site.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import type { Fate } from "./fate.ts";
import type { ChangeKind } from "./words.ts";

/**
 * What becomes of a site's change.
 *
 * @param fate what became of it already
 */
export function changeKind({ verdict, suppressed, edits, reasons }: Site, fate?: Fate): ChangeKind {
  if (verdict === "already-union") return "needless";
  if (!edits || edits.length === 0) return isOfReceiver(reasons) ? "elsewhere" : "uncomputed";
  if (verdict === "review") return fate?.kind === "decided" ? "decided" : "suggested";
  if (suppressed) return "suppressed";
  // A rewrite that leaves something in doubt keeps it as it was: it is the guarded form.
  const isGuarded = reasons.doubt !== undefined;
  switch (fate?.kind) {
    case "applied":
    case "decided":
      return isGuarded ? "done-guarded" : "done";
    case "left":
      return "left";
    case "silenced":
      return "silenced";
    case undefined:
      return isGuarded ? "guarded" : "applied";
  }
}

const isOfReceiver = ({ doubt, receiver }: Reasons): boolean =>
  doubt !== undefined && DOUBTS[doubt].isOfReceiver === true && receiver !== "kept";
