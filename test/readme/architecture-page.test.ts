import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_OPTIONS } from "../../src/model/options.ts";
import { RULES } from "../../src/rules/table.ts";
import { stateAt } from "../../state/state.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { codeOf } from "./markdown.ts";
import { pageAt, root, tablesOf } from "./pages.ts";

const PAGE = "ARCHITECTURE.md";

describe("ARCHITECTURE.md", () => {
  test("names every folder of the sources", () => {
    const named = tablesOf(PAGE, "The rooms").flatMap(({ rows }) => rows.map(([folder = ""]) => codeOf(folder)));
    const folders = readdirSync(root("src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(named).toEqual(expect.arrayContaining(folders.map(({ name }) => `src/${name}/`)));
  });

  test("says for every rule who finds, judges and words it", () => {
    const [table] = tablesOf(PAGE, "Which file decides");
    expect(table?.rows.map(([rule = ""]) => codeOf(rule))).toEqual(Object.keys(RULES));
    for (const [rule = "", found = "", judged = "", worded] of table?.rows ?? []) {
      expect(found, rule).toMatch(/^`src\/find\//);
      expect(judged, rule).toMatch(/^`src\/judge\//);
      expect(worded).toBe(`\`src/rules/${codeOf(rule)}.ts\``);
    }
  });

  test("shows what `npm run state` says", () => {
    const fixture = discoverFixtures().fixtures.find(({ name }) => name === "braced-guard-in-the-sdk-transport");
    const state = stateAt(fixture?.input ?? "", "a.ts", 59, DEFAULT_OPTIONS).split("\n");
    const shown = /```\n([\s\S]*?)\n```/.exec(pageAt(PAGE).text)?.[1]?.split("\n") ?? [];
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((line) => !state.includes(line))).toEqual([]);
  });
});
