import { afterAll, describe, expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import { SourceSyntaxError } from "../src/parse/syntax-error.ts";
import { SHAPES } from "./growth/shapes.ts";
import { StepCounter } from "./growth/steps.ts";

/** How much of a shape is measured: enough for what grows faster than the code to show. */
const COUNT = 12;
/** The same where all share a sink or a function: the engine looks at up to 50 calls of one for each (`MOST_CALLS`). */
const COUNT_OF_SHARED = 60;
const SHARED = /^(?:handlers in one class|sites in one function|branches behind each other|callers of a handler)$/;
/** Twice as much code takes twice as many steps, and a little more for what is compared in pairs. */
const MOST_GROWTH = 2.35;
/** The most steps for each character of the code. */
const MOST_STEPS = 400;

describe("the engine's steps grow with the code, for", () => {
  const counter = new StepCounter();
  afterAll(() => counter.close());

  test.each(Object.entries(SHAPES))("%s", (name, shape) => {
    const steps = (count: number) => {
      const source = shape(count);
      return { source, steps: counter.during(() => analyze(source, "src/client.mjs")) };
    };
    const count = SHARED.test(name) ? COUNT_OF_SHARED : COUNT;
    steps(2);
    const one = steps(count);
    const two = steps(2 * count);
    expect(two.steps / one.steps).toBeLessThanOrEqual(MOST_GROWTH);
    expect(two.steps / two.source.length).toBeLessThanOrEqual(MOST_STEPS);
  });
});

test("code that is nested more deeply than the stack allows does not parse", () => {
  const nested = `const { error, scope } = res; ${"if (a) {".repeat(20_000)} if (error === "insufficient_scope") c.scope = scope; ${"}".repeat(20_000)}`;
  expect(() => analyze(nested, "src/client.mjs")).toThrow(SourceSyntaxError);
  expect(() => analyze(nested, "src/client.mjs")).toThrow("nested too deeply");
});
