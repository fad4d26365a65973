import { grouped } from "../parse/grouped.ts";
import { isReplacement } from "./alternatives.ts";
import type { Candidate } from "./find.ts";

/** Leaves out unions that have lost the previous scope to an earlier write of the same sink: they are mended there. */
export function withoutMendedElsewhere(candidates: readonly Candidate[]): Candidate[] {
  const byNode = grouped(candidates.map((each) => [each.node, each] as const));
  return candidates.filter((each) => {
    const earlier = each.alternatives.find(isReplacement)?.overwritten;
    const others = (earlier && byNode.get(earlier)) ?? [];
    return each.path === undefined || !others.some((other) => other !== each && isMendedAt(each, other));
  });
}

/** Whether a candidate replaces the scope only through what the other, an earlier write, has left of it. */
function isMendedAt(candidate: Candidate, other: Candidate): boolean {
  if (other.path !== candidate.path || !other.alternatives.some(isReplacement)) return false;
  const replacing = candidate.alternatives.filter(isReplacement);
  return replacing.length > 0 && replacing.every(({ overwritten }) => overwritten === other.node);
}
