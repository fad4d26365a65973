import { describe, expect, test } from "vitest";
import { CANDIDATES, candidateText } from "../../bench/candidate-text.ts";
import { FILE_WITH_SITE, PLANTED, QUARTERS, quarterFiles } from "../../bench/check-input.ts";
import { moduleText } from "../../bench/module-text.ts";
import { seededRandom } from "../../bench/random.ts";
import { analyze } from "../../src/analyze.ts";
import { parseFile } from "../../src/parse/parse.ts";
import { mayHoldSite } from "../../src/parse/text-test.ts";

const SAMPLE = 200;

describe("the tree for the benchmark of check", () => {
  test("is the same each time, and no file like another", () => {
    const [once, again] = [sample(0), sample(0)];
    expect(again).toEqual(once);
    expect(new Set([...once, ...sample(1)].map(({ text }) => text)).size).toBe(2 * SAMPLE);
  });

  test("consists of files that parse, and only candidates pass the text test", () => {
    for (const { path, text } of sample(0)) {
      expect(() => parseFile(text, path), path).not.toThrow();
      expect(mayHoldSite(text), path).toBe(path.includes("candidate"));
    }
  });

  test("holds near misses of the text test", () => {
    const texts = sample(0).map(({ text }) => text);
    for (const evidence of [/scope/i, /\b403\b/, /auth\w*\(/i, /www-?authenticate/i, /insufficient/i]) {
      expect(
        texts.filter((text) => !mayHoldSite(text) && evidence.test(text)).length,
        String(evidence),
      ).toBeGreaterThan(0);
    }
  });

  test("holds in each quarter the sites that it says", () => {
    const sites = sample(2).flatMap(({ path, text }) => (mayHoldSite(text) ? analyze(text, path).sites : []));
    expect(sites.filter(({ verdict }) => verdict === "rewrite")).toHaveLength(PLANTED.rewrites);
    expect(sites.filter(({ verdict }) => verdict === "already-union")).toHaveLength(PLANTED.unions);
    expect(sites).toHaveLength(PLANTED.rewrites + PLANTED.unions);
  });

  test("has the file with a site where it says", () => {
    const text = sample(0).find(({ path }) => path === FILE_WITH_SITE)?.text ?? "";
    expect(analyze(text, FILE_WITH_SITE).sites.map(({ verdict }) => verdict)).toEqual(["rewrite"]);
  });

  test("has no candidates where it is to have none", () => {
    expect([...quarterFiles(3, false, SAMPLE)].filter(({ text }) => mayHoldSite(text))).toEqual([]);
  });

  test("has its files on the paths of a repository with packages", () => {
    const paths = sample(1).map(({ path }) => path);
    expect(new Set(paths).size).toBe(SAMPLE);
    for (const path of paths)
      expect(path).toMatch(new RegExp(`^${QUARTERS[1]}/package-\\d/src/[a-z/]+/[a-z]+-\\d+\\.(ts|tsx|mts|js)$`));
  });
});

test.each(CANDIDATES)("a candidate is $name", ({ extension, rewrites, unions, ...kind }) => {
  const random = seededRandom(7);
  const filler = moduleText(random, "filler", extension === ".js" ? "js" : "ts");
  const text = candidateText({ extension, rewrites, unions, ...kind }, random, filler);
  const verdicts = analyze(text, `candidate${extension}`).sites.map(({ verdict }) => verdict);
  expect(mayHoldSite(text)).toBe(true);
  expect(verdicts).toEqual([...Array(rewrites).fill("rewrite"), ...Array(unions).fill("already-union")]);
});

function sample(quarter: number) {
  return [...quarterFiles(quarter, true, SAMPLE)];
}
