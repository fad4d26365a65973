import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Alternative,
  CHALLENGED,
  CONSTANT,
  chosen,
  collapsed,
  cut,
  GRANTED,
  holdsScope,
  isReplacement,
  isUnion,
  joined,
  KEEPING,
  LOST,
  leaf,
  MOST_ALTERNATIVES,
  merged,
  OTHER,
  PREVIOUS,
  UNKNOWN,
  under,
  unlessLost,
  withoutKept,
} from "../../src/find/alternatives.ts";
import { NEVER, NOTHING } from "../../src/find/facts.ts";

const PATHS = ["this.scope", "tokens.scope", "config.scope"];
/** With the challenged scope or not, a kept one or not, a lost one or not; and the empty value. */
const MOST_GROUPS = 9;
const PARTS = [CHALLENGED, PREVIOUS, GRANTED, OTHER, CONSTANT, UNKNOWN, LOST];

const facts = fc.subarray(PATHS).map((absent) => (absent.length === 0 ? NOTHING : { ...NOTHING, absent }));
const alternative: fc.Arbitrary<Alternative> = fc.record({
  parts: fc.subarray(PARTS).map((parts) => parts.reduce((all, part) => all | part, 0)),
  kept: fc.subarray(PATHS),
  facts,
});
const alternatives = fc.array(alternative, { minLength: 1, maxLength: 8 });

/** An alternative without the order in which its parts were found. */
const content = ({ parts, kept, facts }: Alternative) =>
  JSON.stringify([parts, [...kept].sort(), facts.kinds, facts.proved, [...facts.absent].sort()]);
const contents = (values: readonly Alternative[]) => values.map(content).sort();
const partsOf = (values: readonly Alternative[]) => values.reduce((all, { parts }) => all | parts, 0);

function same(ones: readonly Alternative[], others: readonly Alternative[]): void {
  expect(contents(ones)).toEqual(contents(others));
}

describe("joined", () => {
  it("is commutative, associative and idempotent", () => {
    fc.assert(
      fc.property(alternative, alternative, alternative, (a, b, c) => {
        same([joined(a, b)], [joined(b, a)]);
        same([joined(joined(a, b), c)], [joined(a, joined(b, c))]);
        same([joined(a, a)], [a]);
      }),
    );
  });

  it("has an empty value as its neutral element", () => {
    fc.assert(fc.property(alternative, (a) => same([joined(a, leaf(0)), joined(leaf(0), a)], [a, a])));
  });

  it("makes a union of a replacement and what keeps a scope, and of a union no replacement", () => {
    fc.assert(
      fc.property(alternative, alternative, (a, b) => {
        const keeps = (b.parts & KEEPING) !== 0;
        if (isReplacement(a)) expect(isUnion(joined(a, b))).toBe(keeps);
        if (isUnion(a)) expect(isUnion(joined(a, b))).toBe(true);
      }),
    );
  });
});

it("a value with the challenged scope is either a replacement or a union, and none without", () => {
  fc.assert(
    fc.property(alternative, (a) => {
      const isChallenged = (a.parts & CHALLENGED) !== 0;
      expect([isReplacement(a), isUnion(a)].filter(Boolean)).toHaveLength(isChallenged ? 1 : 0);
      if (isChallenged) expect(holdsScope(a)).toBe(true);
    }),
  );
});

describe("merged", () => {
  it("does not depend on the order of the values, and has a list without values as its neutral element", () => {
    fc.assert(
      fc.property(fc.array(fc.array(alternative, { maxLength: 3 }), { maxLength: 2 }), (lists) => {
        same(merged(lists), merged([...lists].reverse()));
        same(merged([...lists, []]), merged(lists));
      }),
    );
  });

  it("bounds how many there are, and invents no part", () => {
    fc.assert(
      fc.property(fc.array(alternatives, { maxLength: 6 }), (lists) => {
        const all = merged(lists);
        expect(all.length).toBeGreaterThan(0);
        expect(all.length).toBeLessThanOrEqual(Math.max(MOST_ALTERNATIVES, MOST_GROUPS ** 2));
        expect(partsOf(all) & ~partsOf(lists.flat())).toBe(0);
      }),
    );
  });
});

describe("collapsed", () => {
  it("keeps what kinds of values there are, and every part", () => {
    const kinds = (values: readonly Alternative[]) =>
      new Set(values.map((each) => [isReplacement(each), isUnion(each), (each.parts & LOST) !== 0].join()));
    fc.assert(
      fc.property(alternatives, (values) => {
        expect(kinds(collapsed(values))).toEqual(kinds(values));
        expect(partsOf(collapsed(values))).toBe(partsOf(values));
        expect(collapsed(values).length).toBeLessThanOrEqual(MOST_GROUPS);
      }),
    );
  });

  it("is idempotent", () => {
    fc.assert(fc.property(alternatives, (values) => same(collapsed(collapsed(values)), collapsed(values))));
  });
});

describe("what gets lost", () => {
  it("is never kept, and stays lost", () => {
    fc.assert(
      fc.property(alternative, (a) => {
        const without = withoutKept(a);
        expect([without.parts & KEEPING, without.parts & LOST, without.kept]).toEqual([0, LOST, []]);
        expect(isUnion(without)).toBe(false);
        expect(isReplacement(without)).toBe((a.parts & CHALLENGED) !== 0);
        same([withoutKept(without)], [without]);
      }),
    );
  });

  it("is one more value of those that keep a scope", () => {
    fc.assert(
      fc.property(alternatives, (values) => {
        const keeping = values.filter(({ parts }) => (parts & KEEPING) !== 0);
        same(cut(values), [...values, ...keeping.map(withoutKept)]);
      }),
    );
  });

  it("is told of a choice whichever branch is first, and once", () => {
    fc.assert(
      fc.property(alternatives, alternatives, (ones, others) => {
        same(chosen(ones, others), chosen(others, ones));
        expect(chosen(ones, others)).toHaveLength(ones.length + others.length);
        same(unlessLost(unlessLost(ones, others), others), unlessLost(ones, others));
        same(unlessLost(ones, []), ones);
      }),
    );
  });
});

it("values stay as they are under nothing, and under what never holds none is taken", () => {
  fc.assert(
    fc.property(alternatives, (values) => {
      same(under(NOTHING, values), values);
      for (const each of under(NEVER, values)) expect(each.facts).toBe(NEVER);
    }),
  );
});
