import type { Doubt, EvidenceKind } from "../model/site.ts";
import type { Node } from "../parse/tree.ts";
import { ANY, isStepUp, isWithin, type Kinds, NONE, STATUS_401 } from "./kinds.ts";

/** One test that narrows what the code may be answering. */
export interface Test {
  readonly node: Node;
  readonly kind: EvidenceKind;
  /** What is tested: `error` of `error === "insufficient_scope"`. */
  readonly subject?: Node;
  /** Whether the test speaks of the error code, not of the status alone. */
  readonly ofErrorCode: boolean;
  /** Why the test proves nothing, where it does not; without one, what it tells is proved. */
  readonly doubt?: Doubt;
  /**
   * The sources (see `Sources`) of which a value must be to belong to what was tested, where the subject tells that of
   * one of several: an element that was looked for in a list. Empty where no value is known to.
   */
  readonly belongsTo?: readonly string[];
}

/** Why one of some tests proves nothing. */
export const doubtOf = (tests: readonly Test[]): Pick<Test, "doubt"> => {
  const doubt = tests.find((test) => test.doubt)?.doubt;
  return doubt ? { doubt } : {};
};

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
 * nothing, or no more than that it is no 401, it is likely what the code is for.
 */
export function eitherOf(a: Facts, b: Facts): Facts {
  const facts = either(a, b);
  const stepUp = isWithin(ANY & ~STATUS_401, facts.kinds) ? [a, b].find(({ kinds }) => isStepUp(kinds)) : undefined;
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
  const facts: Facts = {
    kinds: a.kinds & b.kinds,
    proved: a.proved & b.proved,
    get present() {
      return gathered(facts, "present");
    },
    get absent() {
      return gathered(facts, "absent");
    },
    get tests() {
      return gathered(facts, "tests");
    },
    ...((a.ofSomeCallers || b.ofSomeCallers) && { ofSomeCallers: true }),
  };
  joints.set(facts, { of: [a, b], isAlternative: false });
  return facts;
}

/** Of what facts were joined. Hundreds of conditions lead to some statements, and few of the lists are ever read. */
const joints = new WeakMap<Facts, { of: readonly [Facts, Facts]; isAlternative: boolean }>();

/** A list of joined facts, put together when it is first read. */
function gathered<Key extends "present" | "absent" | "tests">(facts: Facts, key: Key): Facts[Key] {
  const found = new Set<string | Test>();
  const seen = new Set<Facts>();
  const open = [facts];
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const joint = joints.get(at);
    if (joint && (key === "tests" || !joint.isAlternative)) open.push(joint.of[1], joint.of[0]);
    else for (const member of at[key]) found.add(member);
  }
  const list = [...found] as unknown as Facts[Key];
  Object.defineProperty(facts, key, { value: list, enumerable: true });
  return list;
}

/** One of the two holds. */
export function either(a: Facts, b: Facts): Facts {
  if (isNever(a)) return b;
  if (isNever(b)) return a;
  const kinds = a.kinds | b.kinds;
  const common = {
    kinds,
    proved: a.proved | b.proved,
    present: shared(a, b, "present"),
    absent: shared(a, b, "absent"),
  };
  if (kinds === ANY) return { ...common, tests: [] };
  const facts: Facts = {
    ...common,
    get tests() {
      return gathered(facts, "tests");
    },
  };
  joints.set(facts, { of: [a, b], isAlternative: true });
  return facts;
}

/** The members of the one's list that are in the other's too. The list of joined facts is read last: it may be long. */
function shared(one: Facts, other: Facts, key: "present" | "absent"): readonly string[] {
  const [first, second] = joints.get(one)?.isAlternative === false ? [other, one] : [one, other];
  if (first[key].length === 0 || second[key].length === 0) return [];
  const others = new Set(other[key]);
  return one[key].filter((path) => others.has(path));
}
