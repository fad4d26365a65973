import { describe, expect, test } from "vitest";
import type { RuleId } from "../../../src/model/rule-ids.ts";
import { rulePage } from "../../../src/report/explain/rule-page.ts";
import { DOUBTS } from "../../../src/rules/doubts.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { RULES } from "../../../src/rules/table.ts";

const RULE_IDS = Object.keys(RULES) as RuleId[];

describe("the page of a rule", () => {
  test.each(RULE_IDS)("%s says what it means and what to do, and how to suppress it", (rule) => {
    const page = rulePage(rule, undefined);
    const { meaning, remedy, verdict } = RULES[rule];
    expect(page).toContain(`${rule} ${verdict}\n  ${meaning}.\n`);
    expect(page).toContain(`\nWhat to do\n  ${plain(remedy)}\n`);
    expect(page.includes(`// step-up-union-ignore-next-line ${rule} -- <reason>`)).toBe(verdict !== "already-union");
    expect(page).not.toContain("[object");
  });

  test("names every reason for which a site is left to a person, under its rule", () => {
    for (const { rule, clause } of Object.values(DOUBTS))
      expect(rulePage(rule, undefined)).toContain(`  - ${clause}\n`);
    expect(rulePage("replaced-scope", undefined)).not.toContain("Why it is left to you");
  });

  test("names the paragraphs that the rule rests on", () => {
    expect(rulePage("replaced-scope", undefined)).toContain("https://www.rfc-editor.org/rfc/rfc6750#section-3.1");
    expect(rulePage("refresh-cannot-widen", undefined)).toContain("https://www.rfc-editor.org/rfc/rfc6749#section-6");
  });

  test("fits into a terminal, long words aside", () => {
    const wide = RULE_IDS.flatMap((rule) => rulePage(rule, 72).split("\n")).filter(
      (line) => line.length > 72 && line.trim().includes(" ") && !/^ *(?:- )?\S+$/.test(line),
    );
    expect(wide).toEqual([]);
  });
});
