import { describe, expect, test } from "vitest";
import type { Site } from "../../src/model/site.ts";
import { analyzeOnce } from "../fixtures/analyze-once.ts";
import { fixturesByTurn } from "../fixtures/by-turn.ts";
import { engineOptions } from "../fixtures/engine-options.ts";
import { assertParses } from "../fixtures/parse.ts";
import { byTurn } from "../thoroughness.ts";

/** Where a comment is put that suppresses a site, by the name of the place; undefined where it can't stand there. */
const PLACES: Record<string, (source: string, site: Site) => string | undefined> = {
  "right before it": (source, { start, rule }) =>
    insert(source, start, `/* step-up-union-ignore-line ${rule} -- for this test */ `),
  "on the line above": (source, site) => {
    const { start, rule } = site;
    const indentation = indentationOf(source, site);
    const comment = `// step-up-union-ignore-next-line ${rule} -- for this test\n`;
    return indentation === undefined ? undefined : insert(source, start, comment + indentation);
  },
  "at the end of the line above": (source, site) => {
    const indentation = indentationOf(source, site);
    const above = source.slice(0, site.start - (indentation ?? "").length).trimEnd();
    if (indentation === undefined || !/[{;]$/.test(above)) return undefined;
    return insert(source, above.length, ` // step-up-union-ignore-next-line ${site.rule} -- for this test`);
  },
};

function insert(source: string, at: number, text: string): string {
  return source.slice(0, at) + text + source.slice(at);
}

/** What stands before a site on its line, where that is nothing but space. */
function indentationOf(source: string, { start, column }: Site): string | undefined {
  const before = source.slice(start - column + 1, start);
  return before.trim() === "" ? before : undefined;
}

const judged = ({ rule, verdict }: Site) => `${rule} ${verdict}`;

/** Each site of each fixture, suppressed by itself: nothing else is judged otherwise, and it stays when others change. */
describe("the sites of the fixtures are left as they are by a comment", () => {
  for (const { kind, name, extension, input, options } of fixturesByTurn("suppressed", 3)) {
    const run = (source: string) => analyzeOnce(source, `src/${name}${extension}`, engineOptions(options, extension));
    const { sites } = run(input);
    const cases = sites.flatMap((site, index) => {
      if (site.verdict === "already-union" || site.suppressed) return [];
      return Object.entries(PLACES).flatMap(([place, put]) => {
        const source = put(input, site);
        return source === undefined ? [] : [{ index, place, source }];
      });
    });
    for (const { index, place, source } of byTurn(name, cases)) {
      test(`${place}: ${kind}/${name}, ${index + 1}`, () => {
        const analysis = run(source);
        expect(analysis.sites.map(judged)).toEqual(sites.map(judged));
        expect(analysis.sites[index]?.suppressed?.reason).toBe("for this test");
        const others = analysis.sites.filter(({ verdict, suppressed }) => verdict === "rewrite" && !suppressed);
        if (others.length === 0) expect(analysis.edits).toEqual([]);
        assertParses(analysis.text, extension);
        const again = run(analysis.text);
        expect(again.text).toBe(analysis.text);
        expect(again.sites.some(({ suppressed }) => suppressed?.reason === "for this test")).toBe(true);
      });
    }
  }
});
