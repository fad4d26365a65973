import { describe, expect, test } from "vitest";
import { figure, growthExponent, interleave, ratios } from "../../bench/figures.ts";
import { holds, type Row, table } from "../../bench/table.ts";

describe("a figure", () => {
  test("is minimum, median and maximum", () => {
    expect(figure([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
    expect(figure([4, 1, 3, 2])).toEqual({ min: 1, median: 2.5, max: 4 });
  });

  test("of ratios compares what was measured in the same round", () => {
    expect(ratios([2, 30, 8], [1, 10, 2])).toEqual({ min: 2, median: 3, max: 4 });
  });
});

test.each([0.5, 1, 2])("growth by the power %d is seen as that", (power) => {
  const points = [1, 2, 4].map((size) => [size, 7 * size ** power] as const);
  expect(growthExponent(points)).toBeCloseTo(power);
});

test("measurements are taken in turn, every other round backwards", async () => {
  const order: string[] = [];
  const measure = (name: string) => async () => order.push(name);
  const results = await interleave(3, { a: measure("a"), b: measure("b") });
  expect(order).toEqual(["a", "b", "b", "a", "a", "b"]);
  expect(results).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
});

describe("a requirement", () => {
  const row = (median: number): Row => ({
    label: "ratio",
    unit: "ratio",
    figure: { min: 1, median, max: 2 },
    required: 1.3,
  });

  test("is about the median", () => {
    expect(holds(row(1.3))).toBe(true);
    expect(holds(row(1.31))).toBe(false);
    expect(holds({ label: "time", unit: "s", figure: figure([9]) })).toBe(true);
  });

  test("stands beside its figure", () => {
    expect(table("Title", [row(1.25), row(1.5)]).split("\n")).toEqual([
      "Title",
      "               min    median       max",
      "  ratio       1.00      1.25      2.00   required: at most 1.3",
      "  ratio       1.00      1.50      2.00   required: at most 1.3   BROKEN",
      "",
    ]);
  });
});
