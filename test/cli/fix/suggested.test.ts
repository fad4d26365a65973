import { describe, expect, test } from "vitest";
import type { Decision } from "../../../src/cli/fix/decision.ts";
import { decidedText } from "../../../src/cli/fix/decision.ts";
import { changesOf, hasSuggestion, suggestedDecisions } from "../../../src/cli/fix/suggested.ts";
import { isApplied } from "../../../src/edit/chosen-edits.ts";
import type { CheckedFile, CheckedSite } from "../../../src/model/outcome.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { fixturesByTurn } from "../../fixtures/by-turn.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { assertParses } from "../../fixtures/parse.ts";

const SUBJECTS = fixturesByTurn("with suggestions", 3).flatMap(({ name, extension, input, options }) => {
  if (Object.keys(options).some((option) => option !== "on-401")) return [];
  const file = `src/${name}${extension}`;
  const { sites, edits, suppressions } = analyzeOnce(input, file, engineOptions(options, extension));
  const checked: CheckedFile = { file, source: input, sites, edits, suppressions };
  return sites.some(hasSuggestion) ? [{ name, extension, options, checked }] : [];
});

const CHOSEN = { values: { helper: "inline" }, names: [] };

function decided(
  { checked, options }: (typeof SUBJECTS)[number],
  suggested: readonly CheckedSite[],
  accepted = checked.sites,
) {
  const decision: Decision = {
    file: checked,
    accepted: new Set(accepted.filter(isApplied)),
    suggested: new Set(suggested),
    suppressed: new Map(),
  };
  const made = changesOf(decision, { ...CHOSEN, values: { ...CHOSEN.values, ...options } }, "/nowhere");
  if ("failure" in made) throw new Error(made.failure.message);
  return decidedText(made).text;
}

test("there are fixtures with suggestions", () => expect(SUBJECTS.length).toBeGreaterThan(60));

describe("a suggestion that a person chooses", () => {
  for (const subject of SUBJECTS) {
    const { name, extension, options, checked } = subject;
    test(`is applied alone, with what it needs: ${name}`, () => {
      for (const site of checked.sites.filter(hasSuggestion)) {
        const text = decided(subject, [site], []);
        assertParses(text, extension);
        expect(text).not.toBe(checked.source);
        for (const { text: inserted } of site.edits ?? [])
          expect(text.replace(/\s+/g, " ")).toContain(inserted.replace(/\s+/g, " ").trim());
        const names = /unionScopes|computeScopeUnion/g;
        if (site.helper && site.edits?.some(({ role }) => role === "union")) expect(text).toMatch(names);
        // A list is joined by itself: no helper is brought in that nothing calls.
        else expect(text.match(names)?.length).toBe(checked.source.match(names)?.length);
      }
    });

    test(`is applied along with the rewrites of its file: ${name}`, () => {
      const text = decided(subject, checked.sites.filter(hasSuggestion));
      assertParses(text, extension);
      const { sites } = analyzeOnce(text, checked.file, engineOptions(options, extension));
      expect(sites.filter(isApplied)).toEqual([]);
    });
  }
});

const AT = { start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
const SUPPRESSED = { rule: "unfit-sink", reason: "right here", at: AT } as const;

describe("the place of a suggestion", () => {
  const { checked } = SUBJECTS[0] as (typeof SUBJECTS)[number];
  const site = checked.sites.find(hasSuggestion) as CheckedSite;
  const asked = (line: number, path = checked.file, files: readonly CheckedFile[] = [checked]) =>
    suggestedDecisions(files, [{ path, line }], "/nowhere");

  test("names its decision, and nothing else", () => {
    const { decisions, failures } = asked(site.line);
    expect(failures).toEqual([]);
    expect(decisions).toHaveLength(1);
    expect([...(decisions[0]?.suggested ?? [])]).toEqual([site]);
    expect(decisions[0]?.accepted.size).toBe(0);
  });

  test.each<[string, Partial<CheckedSite>[], RegExp]>([
    ["nothing is there", [], /No site that is left to a person is there/],
    ["what is there is proved", [{ verdict: "rewrite" }], /What is there is proved/],
    ["no change could be computed", [{ edits: [] }], /No change could be computed/],
    ["a comment suppresses it", [{ suppressed: SUPPRESSED }], /A comment suppresses what is there/],
    ["there are several", [{}, {}], /several suggestions on the line/],
  ])("is refused where %s", (_, sites, says) => {
    const files = [{ ...checked, sites: sites.map((each) => ({ ...site, ...each })) }];
    const { decisions, failures } = asked(site.line, checked.file, files);
    expect(decisions).toEqual([]);
    expect(failures).toEqual([
      { kind: "usage", file: checked.file, line: site.line, message: expect.stringMatching(says) },
    ]);
  });
});

test("a suggestion that its file by itself does not show is refused", () => {
  const [{ checked }] = SUBJECTS as [(typeof SUBJECTS)[number]];
  const site = { ...(checked.sites.find(hasSuggestion) as CheckedSite), start: 0 };
  const decision: Decision = { file: checked, accepted: new Set(), suggested: new Set([site]), suppressed: new Map() };
  expect(changesOf(decision, CHOSEN, "/nowhere")).toEqual({
    failure: { kind: "usage", file: checked.file, message: expect.stringContaining("rests on other files") },
  });
});
