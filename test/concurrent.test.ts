import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { analyze } from "../src/analyze.ts";
import { ALIASES } from "./concurrent/aliases.ts";
import { CALLBACKS } from "./concurrent/callbacks.ts";
import { CHECK_AND_SET } from "./concurrent/check-and-set.ts";
import { PLACES } from "./concurrent/places.ts";
import { layoutsOf, type Program, sourceOf } from "./concurrent/programs.ts";
import { REQUESTS } from "./concurrent/requests.ts";
import { RETRIES } from "./concurrent/retries.ts";
import { type Arrival, type Outcome, type ReadingTimes, runProgram } from "./concurrent/run-program.ts";
import { SHAPES } from "./concurrent/shapes.ts";

const SAME = ["admin", "admin", "admin"];
const OTHERS = ["first", "second", "third"];

/** How three refused requests come. */
const SCENES: readonly (readonly [scopes: readonly string[], arrival: Arrival, reading: ReadingTimes])[] = [
  [SAME, "at once", [5]],
  [SAME, "at once", [9, 1, 5]],
  [OTHERS, "at once", [5]],
  [SAME, "in turn", [6]],
  [OTHERS, "in turn", [6]],
  [SAME, "one by one", [5]],
  [OTHERS, "one by one", [5]],
];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** More than any scene takes, in milliseconds. */
const LONG = 2000;

async function play(source: string, scene: (typeof SCENES)[number], { modules }: Program): Promise<Outcome> {
  const outcome = runProgram(source, ...scene, modules);
  await vi.advanceTimersByTimeAsync(LONG);
  return outcome;
}

const GROUPS = {
  "a limit that tests and marks by one call, or by two": CHECK_AND_SET,
  "a mark in an object of several names": ALIASES,
  "a mark by a callback or another module": CALLBACKS,
  "a limit of one request": REQUESTS,
  "a handler that tries again": RETRIES,
  "a test of the limit with the evidence": SHAPES,
  "a mark somewhere": PLACES,
} as const;

for (const [group, programs] of Object.entries(GROUPS)) {
  describe(group, () => {
    for (const program of programs) {
      it(`is seen: ${program.name}`, () => {
        const { sites } = analyze(sourceOf(program), "client.mjs");
        expect(sites.map(({ verdict }) => verdict)).toEqual([program.verdict]);
        const isAdvised = sites.some(({ advice }) => advice.some(({ rule }) => rule === "unbounded-step-up"));
        expect(isAdvised).toBe(program.advice ?? false);
      });
    }

    for (const program of programs.flatMap(layoutsOf)) {
      it(`starts no more authorizations than before: ${program.name}`, async () => {
        const source = sourceOf(program);
        const { text } = analyze(source, "client.mjs");
        for (const scene of SCENES) {
          const before = await play(source, scene, program);
          const after = await play(text, scene, program);
          expect(after.requested.length, `${scene[1]} ${scene[0]}`).toBeLessThanOrEqual(before.requested.length);
          if (text !== source) for (const scope of after.requested) expect(scope).toMatch(/^granted\b/);
          // Where no other run comes between, nothing is any different.
          if (scene[1] === "one by one") expect(after.endings).toEqual(before.endings);
        }
      });
    }
  });
}
