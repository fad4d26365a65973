import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../parse/tree.ts";
import { factsWithin } from "./dominance.ts";
import { ANY } from "./kinds.ts";
import { usesOf } from "./uses.ts";

/** How a mention of a function comes back to it: on no other way, or also from outside of the file. */
type WayBack = "only" | "also";

/** More callers behind each other than lead back. */
const MOST_CALLERS = 4;

/** More mentions than lead back in code that people write. */
const MOST_MENTIONS = 60;

/**
 * Whether a function is mentioned on the way back to it: by itself, or by what it runs, on no condition of its own. What
 * holds there is what the function has made certain, and so nothing where it is entered first. Who is not seen may run
 * what leads back: then nothing holds there either.
 */
export const wayBack = (code: Code, mention: Node, entered: FunctionNode): WayBack | undefined =>
  leadsBack(code, mention, entered, 0, { left: MOST_MENTIONS });

function leadsBack(
  code: Code,
  mention: Node,
  entered: FunctionNode,
  depth: number,
  looks: { left: number },
): WayBack | undefined {
  if (covers(entered, mention)) return "only";
  const around = depth < MOST_CALLERS ? code.tree.functionAround(mention) : undefined;
  if (!around) return undefined;
  // In a bundle, what is called by half of it may be run by anything.
  if (looks.left-- === 0) return "also";
  if (factsWithin(code, mention, around).kinds !== ANY) return undefined;
  const uses = usesOf(code, around) ?? { mentions: [around], complete: true };
  let isFromOutside = !uses.complete;
  for (const each of uses.mentions) {
    const way = leadsBack(code, each, entered, depth + 1, looks);
    if (way === undefined) return undefined;
    isFromOutside ||= way === "also";
    if (looks.left < 0) break;
  }
  if (uses.mentions.length === 0) return undefined;
  return isFromOutside ? "also" : "only";
}
