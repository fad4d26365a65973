import { describe, expect, it } from "vitest";
import { analyze } from "../src/analyze.ts";
import { ALIASES } from "./concurrent/aliases.ts";
import { CALLBACKS } from "./concurrent/callbacks.ts";
import { CHECK_AND_SET } from "./concurrent/check-and-set.ts";
import { PLACES } from "./concurrent/places.ts";
import { layoutsOf, sourceOf } from "./concurrent/programs.ts";
import { REQUESTS } from "./concurrent/requests.ts";
import { RETRIES } from "./concurrent/retries.ts";
import { SHAPES } from "./concurrent/shapes.ts";
import { emptyTally, examine, report } from "./differential/campaign.ts";
import { programSubject } from "./differential/programs.ts";
import { beginsWithStepUp, scenes } from "./differential/scene.ts";

const SEED = 403;

/** Several requests that are refused at once, or one shortly after the other, and some that come alone. */
const refusals = scenes.filter(beginsWithStepUp);

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
        const found = await examine(programSubject(program), SEED, 12, emptyTally(), refusals);
        expect(found && report(found)).toBeUndefined();
      });
    }
  });
}
