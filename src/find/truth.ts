import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { both, type Facts, NEVER, NOTHING, type Test } from "./facts.ts";
import { ANY, type Kinds } from "./kinds.ts";
import { pathOf } from "./syntax.ts";

/** What is known when an expression is truthy, and when it is falsy. */
export interface Truth {
  readonly yes: Facts;
  readonly no: Facts;
}

/** The condition tells nothing. */
export const UNKNOWN: Truth = { yes: NOTHING, no: NOTHING };
/** The condition never holds. */
export const FALSE: Truth = { yes: NEVER, no: NOTHING };
/** The opposite condition. */
export const not = ({ yes, no }: Truth): Truth => ({ yes: no, no: yes });

/** A test that leaves some kinds where it holds, and the others where it does not. */
export function narrowing(test: Test, kinds: Kinds, certainty: "proved" | "likely" = "proved"): Truth {
  const facts = (of: Kinds): Facts => ({
    kinds: of,
    proved: certainty === "proved" ? of : ANY,
    present: [],
    absent: [],
    tests: [test],
  });
  return { yes: facts(kinds), no: facts(ANY & ~kinds) };
}

/** A truth, with what it says of the value itself: that it is truthy or falsy. */
export function withPresence(code: Code, target: Node, truth: Truth): Truth {
  const path = pathOf(code, target);
  if (path === undefined) return truth;
  return {
    yes: both(truth.yes, { ...NOTHING, present: [path] }),
    no: both(truth.no, { ...NOTHING, absent: [path] }),
  };
}
