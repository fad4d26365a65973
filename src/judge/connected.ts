import { isCall } from "../find/syntax.ts";
import { calledFunctions, usesOf } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { bodyOf, type Surroundings } from "./state.ts";

/** More functions than a handler is made of. */
const MOST_FUNCTIONS = 40;
const MOST_CALLERS = 3;

/**
 * The functions in which a handler's run lies: its own, those around it and those that call it, by which the next try
 * comes, and all that these call, at once or in a function that they hand over.
 */
export function connectedFunctions(code: Code, around: Surroundings): readonly Surroundings[] {
  const found = new Set<Surroundings>([around]);
  let outer: readonly Surroundings[] = [around];
  for (let round = 0; round < MOST_CALLERS && found.size < MOST_FUNCTIONS; round++) {
    outer = outer.flatMap((each) => callersOf(code, each)).filter((each) => !found.has(each));
    for (const each of outer) found.add(each);
  }
  // The set grows while it is gone through.
  for (const each of found) {
    if (found.size >= MOST_FUNCTIONS) break;
    for (const target of calledIn(code, each)) found.add(target);
  }
  return [...found];
}

function callersOf(code: Code, target: Surroundings): Surroundings[] {
  if (target.type === "Program") return [];
  const mentions: readonly Node[] = usesOf(code, target)?.mentions ?? [];
  return [target, ...mentions].flatMap((mention) => code.tree.functionAround(mention) ?? []);
}

function calledIn(code: Code, around: Surroundings): Surroundings[] {
  return code.tree
    .own(bodyOf(around), "CallExpression", "OptionalCallExpression", "NewExpression")
    .flatMap((call) => (isCall(call) ? calledFunctions(code, call) : []));
}
