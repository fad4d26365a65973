import { expect, inject, test } from "vitest";
import { byTurn, hasItsTurn, IS_THOROUGH } from "./thoroughness.ts";

const CHOICES = ["a", "b", "c", "d", "e"];
const WEEK = ["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30", "2026-12-01"];

test("each choice has its turn once in as many days, and the same one all day", () => {
  const taken = WEEK.flatMap((day) => byTurn("rewrite/one", CHOICES, day, false));
  expect([...taken].sort()).toEqual(CHOICES);
  expect(WEEK.flatMap((day) => byTurn("rewrite/one", CHOICES, day, false))).toEqual(taken);
});

test("on one day, different names take different choices", () => {
  const taken = Array.from({ length: 50 }, (_, index) => byTurn(`rewrite/${index}`, CHOICES, "2026-11-27", false)[0]);
  expect(new Set(taken)).toEqual(new Set(CHOICES));
});

test("all are taken where everything is tested", () => {
  expect(byTurn("rewrite/one", CHOICES, "2026-11-27", true)).toEqual(CHOICES);
});

test("what is no date is refused", () => {
  expect(() => byTurn("rewrite/one", CHOICES, "tomorrow", false)).toThrow("STEP_UP_UNION_DAY=tomorrow");
});

test("what has its turn on one of some days has it once in as many, and always where everything is tested", () => {
  for (const name of ["check clean", "check site", "chek"]) {
    expect(WEEK.filter((day) => hasItsTurn(name, 5, day, false))).toHaveLength(1);
    expect(WEEK.filter((day) => hasItsTurn(name, 5, day, true))).toHaveLength(5);
  }
});

test("the slow run tests everything, the other by turns", () => {
  expect(IS_THOROUGH).toBe(inject("run") === "slow");
});
