import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { both, either, eitherOf, type Facts, NEVER, NOTHING, type Test } from "../../src/find/facts.ts";
import { ANY, INSUFFICIENT, isWithin, type Kinds, NONE } from "../../src/find/kinds.ts";
import type { Node } from "../../src/parse/tree.ts";

const PATHS = ["this.scope", "tokens", "challenge"];
const TESTS = ["first", "second", "third"].map(
  (name): Test => ({ node: { type: "Identifier", name } as Node, kind: "comparison", ofErrorCode: true }),
);

/** What a condition tells. What tells nothing of the answer has no test of it. */
const condition: fc.Arbitrary<Facts> = fc
  .record({
    kinds: fc.integer({ min: 1, max: ANY }),
    unproved: fc.integer({ min: NONE, max: ANY }),
    present: fc.subarray(PATHS),
    absent: fc.subarray(PATHS),
    tests: fc.subarray(TESTS),
  })
  .map(({ kinds, unproved, present, absent, tests }) => ({
    kinds,
    proved: kinds | unproved,
    present,
    absent,
    tests: kinds === ANY ? [] : tests,
  }));

const known = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(NOTHING, NEVER) }, { weight: 6, arbitrary: condition });

/** Facts without the order in which they were learnt. */
const content = ({ kinds, proved, present, absent, tests }: Facts) => ({
  kinds,
  proved,
  present: [...new Set(present)].sort(),
  absent: [...new Set(absent)].sort(),
  tests: TESTS.filter((test) => tests.includes(test)),
});

function same(a: Facts, b: Facts): void {
  expect(content(a)).toEqual(content(b));
}

describe.each([
  ["both", both],
  ["either", either],
] as const)("%s", (_, join) => {
  it("is commutative", () => {
    fc.assert(fc.property(known, known, (a, b) => same(join(a, b), join(b, a))));
  });

  it("is associative", () => {
    fc.assert(fc.property(known, known, known, (a, b, c) => same(join(join(a, b), c), join(a, join(b, c)))));
  });

  it("is idempotent", () => {
    fc.assert(fc.property(known, (a) => same(join(a, a), a)));
  });

  it("proves no more than it tells", () => {
    fc.assert(
      fc.property(known, known, (a, b) => {
        const { kinds, proved } = join(a, b);
        expect(isWithin(kinds, proved)).toBe(true);
      }),
    );
  });
});

describe("facts", () => {
  it("have neutral and absorbing elements", () => {
    fc.assert(
      fc.property(known, (a) => {
        expect([both(a, NOTHING), both(NOTHING, a)]).toEqual([a, a]);
        expect([either(a, NEVER), either(NEVER, a)]).toEqual([a, a]);
        expect(both(a, NEVER)).toBe(NEVER);
        expect(both(NEVER, a)).toBe(NEVER);
        same(either(a, NOTHING), NOTHING);
      }),
    );
  });

  it("never widen what they are added to, and alternatives never narrow it", () => {
    const isWithinFacts = (inner: Facts, outer: Facts) =>
      isWithin(inner.kinds, outer.kinds) && isWithin(inner.proved, outer.proved);
    fc.assert(
      fc.property(known, known, known, (a, b, c) => {
        expect(isWithinFacts(both(a, b), a)).toBe(true);
        expect(isWithinFacts(a, either(a, b))).toBe(true);
        expect(isWithinFacts(both(a, c), both(either(a, b), c))).toBe(true);
        expect(isWithinFacts(either(both(a, b), c), either(a, c))).toBe(true);
      }),
    );
  });

  it("lose no path that both alternatives have, and keep none that one lacks", () => {
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        const { present, absent } = either(a, b);
        expect(present).toEqual(a.present.filter((path) => b.present.includes(path)));
        expect(absent).toEqual(a.absent.filter((path) => b.absent.includes(path)));
      }),
    );
  });

  it("take a step-up for what a condition of alternatives is for, and prove it no more than the condition does", () => {
    const silent = fc.constant(NOTHING);
    const stepUp = condition.filter(({ kinds }) => isWithin(kinds, INSUFFICIENT & ~0b11));
    fc.assert(
      fc.property(stepUp, silent, fc.boolean(), (a, b, isFirst) => {
        const facts = isFirst ? eitherOf(a, b) : eitherOf(b, a);
        expect(facts.kinds).toBe(a.kinds);
        expect(facts.proved).toBe(ANY);
        expect(facts.tests).toEqual(a.tests);
      }),
    );
    fc.assert(fc.property(known, known, (a, b) => isWithin(eitherOf(a, b).kinds, either(a, b).kinds)));
  });
});

/** A condition made of conditions, and its facts by the definition: every list at once, nothing put off. */
interface Tree {
  readonly facts: Facts;
  readonly plain: Facts;
}

const plainBoth = (a: Facts, b: Facts): Facts =>
  a === NEVER || b === NEVER
    ? NEVER
    : {
        kinds: a.kinds & b.kinds,
        proved: a.proved & b.proved,
        present: [...a.present, ...b.present],
        absent: [...a.absent, ...b.absent],
        tests: [...a.tests, ...b.tests],
      };

function plainEither(a: Facts, b: Facts): Facts {
  if (a === NEVER) return b;
  if (b === NEVER) return a;
  const kinds: Kinds = a.kinds | b.kinds;
  return {
    kinds,
    proved: a.proved | b.proved,
    present: a.present.filter((path) => b.present.includes(path)),
    absent: a.absent.filter((path) => b.absent.includes(path)),
    tests: kinds === ANY ? [] : [...a.tests, ...b.tests],
  };
}

const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; joint: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 5, withCrossShrink: true }, tie("leaf"), tie("joint")),
  leaf: known.map((facts) => ({ facts, plain: facts })),
  joint: fc
    .record({ one: tie("tree"), other: tie("tree"), isBoth: fc.boolean(), isReadEarly: fc.boolean() })
    .map(({ one, other, isBoth, isReadEarly }) => {
      if (isReadEarly) content(one.facts);
      return isBoth
        ? { facts: both(one.facts, other.facts), plain: plainBoth(one.plain, other.plain) }
        : { facts: either(one.facts, other.facts), plain: plainEither(one.plain, other.plain) };
    }),
}));

it("lists that are put together when they are read hold what they would have held at once", () => {
  fc.assert(
    fc.property(tree, ({ facts, plain }) => same(facts, plain)),
    { numRuns: 1000 },
  );
});
