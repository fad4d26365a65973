import type { Site } from "../../model/site.ts";
import type { ChangeKind } from "./words.ts";

/** What becomes of a site's change. */
export function changeKind({ verdict, suppressed, edits, reasons }: Site): ChangeKind {
  if (verdict === "already-union") return "needless";
  if (!edits || edits.length === 0) return "uncomputed";
  if (verdict === "review") return "suggested";
  if (suppressed) return "suppressed";
  return reasons.doubt === "shared-handler" ? "guarded" : "applied";
}
