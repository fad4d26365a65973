import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../parse/tree.ts";
import { factsWithin } from "./dominance.ts";
import { ANY } from "./kinds.ts";
import { usesOf } from "./uses.ts";

/** How a mention of a function comes back to it: on no other way, or also from outside of the file. */
type WayBack = "only" | "also";

/** More callers behind each other than lead back. */
const MOST_CALLERS = 4;

/**
 * Whether a function is mentioned on the way back to it: by itself, or by what it runs, on no condition of its own. What
 * holds there is what the function has made certain, and so nothing where it is entered first. Who is not seen may run
 * what leads back: then nothing holds there either.
 */
export function wayBack(code: Code, mention: Node, entered: FunctionNode, depth = 0): WayBack | undefined {
  if (covers(entered, mention)) return "only";
  const around = depth < MOST_CALLERS ? code.tree.functionAround(mention) : undefined;
  if (!around || factsWithin(code, mention, around).kinds !== ANY) return undefined;
  const uses = usesOf(code, around) ?? { mentions: [around], complete: true };
  const ways = uses.mentions.map((each) => wayBack(code, each, entered, depth + 1));
  if (ways.length === 0 || ways.includes(undefined)) return undefined;
  return uses.complete && !ways.includes("also") ? "only" : "also";
}
