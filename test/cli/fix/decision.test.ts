import { describe, expect, test } from "vitest";
import { decidedText, type SiteComment, wholeDecision } from "../../../src/cli/fix/decision.ts";
import { suppressSite } from "../../../src/cli/fix/suppress-site.ts";
import { isApplied } from "../../../src/edit/chosen-edits.ts";
import type { CheckedFile, CheckedSite } from "../../../src/model/outcome.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { fixturesByTurn } from "../../fixtures/by-turn.ts";
import { discoverFixtures } from "../../fixtures/discover.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { assertParses } from "../../fixtures/parse.ts";
import { byTurn, IS_THOROUGH } from "../../thoroughness.ts";

const FATES = ["accept", "skip", "suppress"] as const;
type Fate = (typeof FATES)[number];

/** Every way to answer about so many sites. */
function everyAnswer(count: number): Fate[][] {
  const shorter = count > 0 ? everyAnswer(count - 1) : [];
  return count === 0 ? [[]] : FATES.flatMap((fate) => shorter.map((rest) => [fate, ...rest]));
}

/** More sites than this are answered alike from there on. */
const MOST = 4;

/** The ways in which a file's sites are answered: every one, or, of three in which each site has each fate once, one. */
function answers(name: string, sites: number): Fate[][] {
  const count = Math.min(sites, MOST);
  if (IS_THOROUGH) return everyAnswer(count);
  const [step = 0] = byTurn(name, [0, 1, 2]);
  const [first = 0] = byTurn(`${name}, first`, [0, 1, 2]);
  return [Array.from({ length: count }, (_, index) => FATES[(first + index * step) % FATES.length] as Fate)];
}

describe("whatever is answered about the findings of a file", () => {
  let several = 0;
  for (const { name, extension, input, output, options } of fixturesByTurn("answered", 2)) {
    const path = `src/${name}${extension}`;
    const run = (source: string) => analyzeOnce(source, path, engineOptions(options, extension));
    const { sites, edits, suppressions } = run(input);
    const file: CheckedFile = { file: path, source: input, sites, edits, suppressions };
    const findings = sites.filter(({ verdict, suppressed }) => verdict !== "already-union" && !suppressed);
    if (findings.length === 0) continue;

    test(`it happens, and nothing else: ${name}`, () => {
      const comments = new Map<CheckedSite, SiteComment>();
      for (const site of findings) {
        const made = suppressSite(file, site, "answered");
        if ("edit" in made) comments.set(site, made);
      }
      if (findings.length > 1) several++;
      for (const fates of answers(name, findings.length)) {
        const fateOf = (site: CheckedSite) => fates[Math.min(findings.indexOf(site), MOST - 1)];
        const suppressed = new Map([...comments].filter(([site]) => fateOf(site) === "suppress"));
        const accepted = new Set(findings.filter((site) => isApplied(site) && fateOf(site) === "accept"));
        const { text } = decidedText({ file, accepted, suggested: new Set(), suppressed });
        assertParses(text, extension);
        const after = run(text).sites;
        const answered = after.filter((site) => site.suppressed?.reason === "answered");
        expect(answered.map(({ rule }) => rule).sort()).toEqual([...suppressed.keys()].map(({ rule }) => rule).sort());
        const left = after.filter(({ verdict, suppressed }) => verdict === "rewrite" && !suppressed);
        const kept = findings.filter((site) => isApplied(site) && !accepted.has(site) && !suppressed.has(site));
        expect(left.map(({ rule }) => rule)).toEqual(kept.map(({ rule }) => rule));
      }
    });

    test(`the whole is what the engine makes of it: ${name}`, () => {
      expect(decidedText(wholeDecision(file)).text).toBe(output);
    });
  }
  test("several are answered in many a file", () => expect(several).toBeGreaterThan(15));
});

describe("the vendored helper is needed", () => {
  const input = discoverFixtures().fixtures.find(({ kind }) => kind === "rewrite")?.input ?? "";
  const { sites, edits, suppressions } = analyzeOnce(input, "src/a.ts");
  const vendored = { path: "/p/src/union-scopes.ts", text: "" };
  const file: CheckedFile = { file: "src/a.ts", source: input, sites, edits, suppressions, vendored };

  test("by a rewrite, where the edits import it", () => {
    expect(decidedText(wholeDecision(file)).helper).toBe(file.vendored);
    const { vendored: _, ...alone } = file;
    expect(decidedText(wholeDecision(alone)).helper).toBeUndefined();
  });

  test("not by a comment", () => {
    const suppressed = new Map([[sites[0] as CheckedSite, { edit: { start: 0, end: 0, text: "// \n" }, reason: "" }]]);
    expect(decidedText({ file, accepted: new Set(), suggested: new Set(), suppressed }).helper).toBeUndefined();
  });
});
