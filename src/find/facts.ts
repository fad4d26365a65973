import type { EvidenceKind } from "../model/site.ts";
import type { Node } from "../parse/tree.ts";
import { ANY, isStepUp, type Kinds, NONE } from "./kinds.ts";

/** One test that narrows what the code may be answering. */
export interface Test {
  readonly node: Node;
  readonly kind: EvidenceKind;
  /** What is tested: `error` of `error === "insufficient_scope"`. */
  readonly subject?: Node;
  /** Whether the test speaks of the error code, not of the status alone. */
  readonly ofErrorCode: boolean;
}

/** What is known wherever a condition holds. */
export interface Facts {
  readonly kinds: Kinds;
  /** The same, from tests that are proved alone. */
  readonly proved: Kinds;
  /** Paths (see `pathOf`) with a truthy value. */
  readonly present: readonly string[];
  /** Paths with a falsy value. */
  readonly absent: readonly string[];
  readonly tests: readonly Test[];
  /** Whether this holds for some callers of the function only: then it is told of what these hand over, of no more. */
  readonly ofSomeCallers?: boolean;
}

/**
 * One of the two holds, in one test that a person wrote. If the step-up is one of its alternatives and the others say
 * nothing, it is likely what the code is for.
 */
export function eitherOf(a: Facts, b: Facts): Facts {
  const facts = either(a, b);
  const stepUp = facts.kinds === ANY ? [a, b].find(({ kinds }) => isStepUp(kinds)) : undefined;
  return stepUp ? { ...facts, kinds: stepUp.kinds, tests: stepUp.tests } : facts;
}

/** Nothing is known. */
export const NOTHING: Facts = { kinds: ANY, proved: ANY, present: [], absent: [], tests: [] };
/** No control comes here. */
export const NEVER: Facts = { kinds: NONE, proved: NONE, present: [], absent: [], tests: [] };

export const isNever = (facts: Facts): boolean => facts === NEVER;

/** Both hold. */
export function both(a: Facts, b: Facts): Facts {
  if (a === NOTHING) return b;
  if (b === NOTHING) return a;
  if (isNever(a) || isNever(b)) return NEVER;
  return {
    kinds: a.kinds & b.kinds,
    proved: a.proved & b.proved,
    present: merged(a.present, b.present),
    absent: merged(a.absent, b.absent),
    tests: merged(a.tests, b.tests),
    ...((a.ofSomeCallers || b.ofSomeCallers) && { ofSomeCallers: true }),
  };
}

/** The members of both lists, once each. */
function merged<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...new Set([...one, ...other])];
}

/** One of the two holds. */
export function either(a: Facts, b: Facts): Facts {
  if (isNever(a)) return b;
  if (isNever(b)) return a;
  const kinds = a.kinds | b.kinds;
  return {
    kinds,
    proved: a.proved | b.proved,
    present: a.present.filter((path) => b.present.includes(path)),
    absent: a.absent.filter((path) => b.absent.includes(path)),
    tests: kinds === ANY ? [] : merged(a.tests, b.tests),
  };
}
