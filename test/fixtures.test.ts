import { join, relative } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import type { Site } from "../src/model/site.ts";
import { RULES } from "../src/rules/table.ts";
import { analyzeOnce } from "./fixtures/analyze-once.ts";
import { discoverFixtures, FIXTURES, type Fixture, KINDS } from "./fixtures/discover.ts";
import { engineOptions } from "./fixtures/engine-options.ts";
import type { ExpectedSite } from "./fixtures/expectations.ts";
import { assertParses } from "./fixtures/parse.ts";
import { applyEdits, positionOf } from "./fixtures/splice.ts";
import { type Diagnosis, isTypeScript, typeCheck } from "./fixtures/typecheck.ts";
import { typedClients } from "./fixtures/typed-clients.ts";
import { variantsOf } from "./fixtures/variants.ts";

/**
 * TypeScript fixtures whose input does not type-check, and why that is the point of them. Their output must have the
 * diagnostics of their input, no more and no fewer.
 */
const ILL_TYPED: Readonly<Record<string, string>> = {};

const { fixtures, problems } = discoverFixtures();

describe("the fixtures", () => {
  it("are complete: each case has its files, and each file its case", () => {
    expect(problems).toEqual([]);
  });

  it("are there for every kind", () => {
    for (const kind of KINDS) expect(fixtures.filter((fixture) => fixture.kind === kind).length).toBeGreaterThan(20);
  });

  it("name rules that exist, with their verdict or, where an option changes it, another", () => {
    const named = fixtures.flatMap(({ sites }) => sites);
    for (const { rule, advice = [] } of named) {
      expect(Object.keys(RULES)).toContain(rule);
      for (const id of advice) expect(RULES).toHaveProperty([id, "verdict"], "advice");
    }
  });

  it("show every rule at work", () => {
    const named = fixtures.flatMap(({ sites }) => sites.flatMap(({ rule, advice = [] }) => [rule, ...advice]));
    expect(Object.keys(RULES).filter((rule) => !named.includes(rule))).toEqual([]);
  });
});

for (const kind of KINDS) {
  describe(kind, () => {
    for (const fixture of fixtures.filter((one) => one.kind === kind)) {
      describe(fixture.name, () => testFixture(fixture));
    }
  });
}

function testFixture(fixture: Fixture): void {
  const { input, output, extension, name, sites } = fixture;
  const options = engineOptions(fixture.options, extension);
  const path = `src/${name}${extension}`;
  const run = (text: string) => analyzeOnce(text, path, options);

  it("has the expected sites", () => {
    expect(run(input).sites.map(summarize)).toEqual(sites.map(complete));
  });

  it(fixture.kind === "rewrite" ? "is rewritten as expected, and parses" : "stays as it is, and parses", () => {
    const analysis = run(input);
    expect(analysis.text).toBe(output);
    if (fixture.kind !== "rewrite") expect(analysis.edits).toEqual([]);
    for (const text of [input, output, analysis.text]) assertParses(text, extension);
  });

  it("changes nothing outside the edits", () => {
    const { edits, text, sites: found } = run(input);
    expect(applyEdits(input, edits)).toBe(text);
    for (const edit of edits) {
      const replaced = input.slice(edit.start, edit.end);
      expect(edit.text).not.toBe(replaced);
      expect(replaced).not.toMatch(/[\r\n]/);
    }
    for (const site of found) checkPlaces(input, site);
    for (const site of found.filter(isApplied)) {
      expect(edits).toEqual(expect.arrayContaining([...(site.edits ?? [])]));
    }
  });

  it("changes nothing the second time", () => {
    const again = run(output);
    expect(again.text).toBe(output);
    expect(again.edits).toEqual([]);
    expect(again.sites.filter(isApplied)).toEqual([]);
    // What was migrated is no finding any more; what a person decides is the same as before.
    const reviews = (each: Site) => each.verdict === "review" && !each.suppressed;
    expect(again.sites.filter(reviews).map(({ rule }) => rule)).toEqual(
      run(input)
        .sites.filter(reviews)
        .map(({ rule }) => rule),
    );
  });

  for (const variant of variantsOf(fixture)) {
    it(`is judged and rewritten alike ${variant.name}`, () => {
      const analysis = run(variant.of(input));
      expect(analysis.sites.map(summarize)).toEqual(sites.map(complete));
      expect(analysis.text).toBe(variant.of(output));
      expect(applyEdits(variant.of(input), analysis.edits)).toBe(analysis.text);
      expect(run(analysis.text).text).toBe(analysis.text);
      for (const site of analysis.sites) checkPlaces(variant.of(input), site);
    });
  }
}

/** What a fixture says about a site, and nothing else of it. */
function summarize(site: Site): Required<ExpectedSite> {
  const { rule, verdict, line } = site;
  const advice = site.advice.filter((one) => !one.suppressed).map((one) => one.rule);
  return { rule, verdict, line, advice: advice.sort(), suppressed: site.suppressed !== undefined };
}

function complete({ rule, verdict, line, advice = [], suppressed = false }: ExpectedSite): Required<ExpectedSite> {
  return { rule, verdict, line, advice: [...advice].sort(), suppressed };
}

const isApplied = ({ verdict, suppressed }: Site): boolean => verdict === "rewrite" && !suppressed;

function checkPlaces(source: string, site: Site): void {
  expect(positionOf(source, site.start)).toEqual({ line: site.line, column: site.column });
  expect(positionOf(source, site.end)).toEqual({ line: site.endLine, column: site.endColumn });
  const { sink, challenged, evidence } = site.reasons;
  for (const excerpt of [sink, challenged, ...evidence]) {
    expect(source.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
    expect(positionOf(source, excerpt.start)).toEqual({ line: excerpt.line, column: excerpt.column });
  }
}

test("the engine reads nothing of a path but its extension, so an analysis is made once for all of its names", () => {
  const [{ input, extension, options }] = fixtures.filter(({ kind }) => kind === "rewrite") as [Fixture];
  const [one, other] = [`src/a${extension}`, `/elsewhere/deep.down/index${extension}`].map((path) =>
    analyze(input, path, engineOptions(options, extension)),
  );
  expect(one?.sites.length).toBeGreaterThan(0);
  expect(one).toEqual(other);
});

/**
 * What the rewrites add under `exactOptionalPropertyTypes`, and why it can't be helped. Clients whose input is not well
 * typed under that flag may keep their errors.
 */
const INEXACT: Readonly<Record<string, string>> = {
  "challenge-is-spread-into-the-authorization-call": "a spread leaves a scope out that is missing, a property can't",
  "rest-of-the-challenge-is-spread-into-the-call": "a spread leaves a scope out that is missing, a property can't",
  "scope-is-kept-and-its-challenge-is-spread": "a spread leaves a scope out that is missing, a property can't",
  "union-comes-after-the-scope-was-replaced": "the SDK types its own computeScopeUnion as `string | undefined`",
};

describe("the types", () => {
  const typed = fixtures.filter(isTypeScript);
  const clients = typedClients();
  const texts = clients.flatMap(({ inputFile, input, outputFile, output }): [string, string][] => [
    [inputFile, input],
    [outputFile, output],
  ]);
  let checked: ReturnType<typeof typeCheck>;
  beforeAll(() => {
    checked = typeCheck(typed, new Map(texts));
  }, 120_000);

  it("of every TypeScript fixture are right, before and after, and so are the declarations", () => {
    const diagnose = (file: string) => checked.strict.get(file) ?? [`${relative(FIXTURES, file)} was not checked`];
    const isDeclared = (file: string) => file.startsWith(join(FIXTURES, "types"));
    expect([...checked.strict].filter(([file, found]) => isDeclared(file) && found.length > 0)).toEqual([]);
    const wrong = typed.flatMap(({ kind, name, inputFile, outputFile }) => {
      const [before, after] = [diagnose(inputFile), diagnose(outputFile)];
      const isRight = before.length > 0 === name in ILL_TYPED && after.join() === before.join();
      return isRight ? [] : [{ fixture: `${kind}/${name}`, before, after }];
    });
    expect(wrong).toEqual([]);
  });

  it.each(["strict", "exact"] as const)(
    "of a fixture or a generated client get no error by its rewrite: %s",
    (flags) => {
      expect(clients.length).toBeGreaterThan(20);
      const wrong = [...typed.filter(({ kind }) => kind === "rewrite"), ...clients].flatMap(
        ({ name, inputFile, outputFile }) => {
          const added = addedTo(checked[flags].get(inputFile) ?? [], checked[flags].get(outputFile) ?? ["not checked"]);
          return added.length > 0 === (flags === "exact" && name in INEXACT) ? [] : [{ name, added }];
        },
      );
      expect(wrong).toEqual([]);
    },
  );

  it("have exceptions that exist", () => {
    const names = typed.map(({ name }) => name);
    expect([...Object.keys(ILL_TYPED), ...Object.keys(INEXACT)].filter((name) => !names.includes(name))).toEqual([]);
  });
});

/** The errors that there are more of after than before, line and words aside, which the rewrite changes. */
function addedTo(before: readonly Diagnosis[], after: readonly Diagnosis[]): Diagnosis[] {
  const codeOf = (one: Diagnosis) => one.replace(/:.*/s, "");
  const left = before.map(codeOf);
  return after.filter((one) => {
    const index = left.indexOf(codeOf(one));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
