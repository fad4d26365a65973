import { describe, expect, test } from "vitest";
import { discoverFixtures, type Fixture } from "./fixtures/discover.ts";
import { SHAPES, type Shape, UNIONS } from "./shapes/shapes.ts";

const { fixtures } = discoverFixtures();

/** The fixtures of a shape; a name that no fixture of its kind has stays a name. */
const fixturesOf = ({ kind }: Shape, names: readonly string[]): (Fixture | string)[] =>
  names.map((name) => fixtures.find((each) => each.kind === kind && each.name === name) ?? name);

const isTypeScript = (fixture: Fixture | string): boolean =>
  typeof fixture !== "string" && /^\.[cm]?tsx?$/.test(fixture.extension) && !isDense(fixture);

const isMinified = (fixture: Fixture | string): boolean =>
  typeof fixture !== "string" && /^\.[cm]?jsx?$/.test(fixture.extension) && isDense(fixture);

/** Whether a text stands on a few lines, as a minifier writes it. */
const isDense = ({ input }: Fixture): boolean => input.trimEnd().split("\n").length <= 3;

describe("every known shape", () => {
  test.each(SHAPES.map((shape) => [shape.shape, shape] as const))("%s has its fixtures", (_, shape) => {
    expect(shape.typescript.length + shape.minified.length).toBeGreaterThan(0);
    expect(fixturesOf(shape, shape.typescript).filter((each) => !isTypeScript(each))).toEqual([]);
    expect(fixturesOf(shape, shape.minified).filter((each) => !isMinified(each))).toEqual([]);
  });

  test("is written by people, but for the few that only minifiers write", () => {
    const minified = SHAPES.filter(({ typescript }) => typescript.length === 0);
    expect(minified.map(({ shape }) => shape)).toEqual([
      "names of the pattern renamed by a bundler",
      "comma expression in a test",
      "template literal, shadowed error name",
    ]);
  });

  test("that is a union is reported as one", () => {
    const silent = SHAPES.filter(({ shape }) => UNIONS.includes(shape))
      .flatMap((shape) => fixturesOf(shape, [...shape.typescript, ...shape.minified]))
      .filter((each) => typeof each === "string" || !each.sites.some(({ rule }) => rule === "union-kept"));
    expect(silent).toEqual([]);
  });
});
