import { expect, it } from "vitest";
import {
  ANY,
  INSUFFICIENT,
  isForbidden,
  isShared,
  isStepUp,
  isUnauthorized,
  isWithin,
  mayStepUp,
  meets,
  NONE,
  STATUS_401,
  STATUS_403,
  STATUS_OTHER,
  tellsOfAnswer,
} from "../../src/find/kinds.ts";

const ALL = Array.from({ length: ANY + 1 }, (_, kinds) => kinds);
const where = (holds: (kinds: number) => boolean) => ALL.filter(holds);

it("statuses are all kinds, and exclude each other", () => {
  expect(STATUS_401 | STATUS_403 | STATUS_OTHER).toBe(ANY);
  expect([STATUS_401 & STATUS_403, STATUS_401 & STATUS_OTHER, STATUS_403 & STATUS_OTHER]).toEqual([NONE, NONE, NONE]);
  for (const status of [STATUS_401, STATUS_403, STATUS_OTHER]) expect(meets(status, INSUFFICIENT)).toBe(true);
});

it("within is an order, and what meets is not within the rest", () => {
  for (const a of ALL) {
    expect([isWithin(a, a), isWithin(NONE, a), isWithin(a, ANY)]).toEqual([true, true, true]);
    for (const b of ALL) {
      expect(isWithin(a, b) && isWithin(b, a)).toBe(a === b);
      expect(meets(a, b)).toBe(meets(b, a));
      expect(meets(a, b)).toBe(!isWithin(a, ANY & ~b));
    }
  }
});

it("what is a step-up may be one, and is neither a 401, nor shared, nor any 403", () => {
  for (const kinds of where(isStepUp)) {
    expect(mayStepUp(kinds)).toBe(true);
    expect([isUnauthorized(kinds), isShared(kinds), isForbidden(kinds)]).toEqual([false, false, false]);
    expect(tellsOfAnswer(kinds)).toBe(true);
  }
  expect(where((kinds) => isUnauthorized(kinds) && mayStepUp(kinds))).toEqual([]);
});

it("a narrower set stays a step-up, unless only a 401 or nothing is left", () => {
  for (const kinds of where(isStepUp)) {
    for (const inner of where((each) => isWithin(each, kinds))) {
      expect(isStepUp(inner)).toBe(inner !== NONE && !isUnauthorized(inner));
    }
  }
});

it("what may be a step-up stays so in a wider set", () => {
  for (const kinds of where(mayStepUp)) {
    for (const outer of where((each) => isWithin(kinds, each))) expect(mayStepUp(outer)).toBe(true);
  }
});

it("nothing is told of what may be anything, or of code that is never reached", () => {
  for (const holds of [isStepUp, isUnauthorized, isShared, isForbidden, tellsOfAnswer]) {
    expect([holds(ANY), holds(NONE)]).toEqual([false, false]);
  }
});
