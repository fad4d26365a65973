import { describe, expect, test } from "vitest";
import { chosenEdits, isApplied } from "../../src/edit/chosen-edits.ts";
import { splice } from "../../src/edit/splice.ts";
import type { Site } from "../../src/model/site.ts";
import { analyzeOnce } from "../fixtures/analyze-once.ts";
import { fixturesByTurn } from "../fixtures/by-turn.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { engineOptions } from "../fixtures/engine-options.ts";
import type { ExpectedSite } from "../fixtures/expectations.ts";
import { assertParses } from "../fixtures/parse.ts";
import { IS_THOROUGH } from "../thoroughness.ts";

/** How many of a fixture's sites are applied in every combination; those after them are applied all or not at all. */
const MOST = IS_THOROUGH ? 4 : 2;

/** Parts of some things, the whole and nothing included. */
function parts<Thing>(things: readonly Thing[]): Thing[][] {
  const numbers = Array.from({ length: 2 ** Math.min(things.length, MOST + 1) }, (_, number) => number);
  return numbers.map((number) => things.filter((_, index) => (number >> Math.min(index, MOST)) & 1));
}

const rewrites = ({ sites }: { readonly sites: readonly Site[] }) => sites.filter(isApplied);
const rules = (sites: readonly Site[]) => sites.map(({ rule }) => rule);

/** The fixtures with several rewrites whose turn it is. */
const SUBJECTS = fixturesByTurn("some rewrites", 2).flatMap(({ name, extension, input, options, sites }) => {
  const run = (source: string) => analyzeOnce(source, `src/${name}${extension}`, engineOptions(options, extension));
  return rewritten(sites) > 1 ? [{ name, extension, input, run }] : [];
});

function rewritten(expected: readonly ExpectedSite[]): number {
  return expected.filter(({ verdict, suppressed }) => verdict === "rewrite" && !suppressed).length;
}

test("there are fixtures with several rewrites, and more than two", () => {
  expect(SUBJECTS.length).toBeGreaterThan(10);
  expect(discoverFixtures().fixtures.some(({ sites }) => rewritten(sites) > 2)).toBe(true);
});

describe("some of the rewrites of a file", () => {
  for (const { name, extension, input, run } of SUBJECTS) {
    test(`are applied, and the others are found again: ${name}`, () => {
      const whole = run(input);
      const sites = rewrites(whole);
      for (const part of parts(sites)) {
        const edits = chosenEdits(whole, new Set(part));
        const text = splice(input, edits);
        assertParses(text, extension);
        const rest = run(text);
        expect(rules(rewrites(rest))).toEqual(rules(sites.filter((site) => !part.includes(site))));
        // A second helping of the same makes of the parts the whole: nothing is left to do.
        assertParses(rest.text, extension);
        expect(rewrites(run(rest.text))).toEqual([]);
      }
    });

    test(`are all of them or none: ${name}`, () => {
      const whole = run(input);
      expect(chosenEdits(whole, new Set(whole.sites))).toEqual(whole.edits);
      expect(chosenEdits(whole, new Set())).toEqual([]);
    });
  }

  test("bring no edit of what is not applied: a suggestion to a person, a suppressed site", () => {
    const { fixtures } = discoverFixtures();
    for (const { name, extension, input, options } of fixtures.filter(({ kind }) => kind === "review")) {
      const whole = analyzeOnce(input, `src/${name}${extension}`, engineOptions(options, extension));
      expect(chosenEdits(whole, new Set(whole.sites))).toEqual([]);
    }
  });
});
