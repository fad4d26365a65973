import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFile } from "ts-morph";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Analysis, analyze } from "../../src/analyze.ts";
import { changedLines } from "./changed-lines.ts";
import { expectedChanges, splitChanges, typedHelperLines } from "./expected-changes.ts";
import { CACHE, fetchPackage } from "./fetch.ts";
import { openTransport, type SourceLayout, TRANSPORT, typeErrors, writeOriginalSources } from "./original-sources.ts";
import { REPLACING_CLIENTS } from "./published.ts";
import { findings, inlineOptions } from "./source-files.ts";
import { unauthorizedBranches } from "./unauthorized-branches.ts";

interface Original {
  readonly layout: SourceLayout;
  /** The line that opens the step-up block, and the one that replaces the requested scope. */
  readonly stepUp: number;
  readonly site: number;
}

const ORIGINALS: Record<(typeof REPLACING_CLIENTS)[number]["version"], Original> = {
  "2.0.0-alpha.2": { layout: { core: "core", importExtension: ".js" }, stepUp: 592, site: 604 },
  "2.0.0-alpha.3": { layout: { core: "core-internal", importExtension: "" }, stepUp: 599, site: 612 },
};

const STYLE = {
  indent: " ".repeat(24),
  provider: "this._oauthProvider",
  assignment: `${" ".repeat(28)}this._scope = `,
};

for (const published of REPLACING_CLIENTS) {
  describe(`the original TypeScript of ${published.name} ${published.version}`, () => {
    const { layout, stepUp, site } = ORIGINALS[published.version];
    let tree: string;
    let transport: SourceFile;
    let source: string;
    let analysis: Analysis;

    beforeAll(async () => {
      const folder = await fetchPackage(published);
      await mkdir(join(CACHE, "sources"), { recursive: true });
      tree = await mkdtemp(join(CACHE, "sources", `${published.version}-`));
      await writeOriginalSources(folder, layout, tree);
      transport = openTransport(folder, layout, tree);
      source = transport.getFullText();
      analysis = analyze(source, join(tree, TRANSPORT), inlineOptions(join(tree, TRANSPORT)));
    });

    afterAll(() => rm(tree, { recursive: true, force: true }));

    test("has one site", () => {
      expect(findings(analysis)).toMatchObject([{ rule: "replaced-scope", verdict: "rewrite", line: site }]);
    });

    test("changes the site's line, the tokens' line and the helper, and nothing else", () => {
      const { helper, others } = splitChanges(changedLines(source, analysis.text));
      expect(others).toEqual(expectedChanges({ file: TRANSPORT, stepUp, site }, STYLE));
      expect(helper).toEqual([{ line: expect.any(Number), removed: [], added: expect.any(Array) }]);
      expect(helper.flatMap(({ added }) => added).filter((line) => line !== "")).toEqual(typedHelperLines("    ", "'"));
    });

    test("keeps the 401 branches to the byte", () => {
      const before = unauthorizedBranches(source, TRANSPORT);
      expect(before.filter((branch) => branch.includes("this._scope = scope;"))).toHaveLength(2);
      expect(unauthorizedBranches(analysis.text, TRANSPORT)).toEqual(before);
    });

    test("type-checks strictly, before and after", () => {
      expect(typeErrors(transport)).toEqual([]);
      transport.replaceWithText(analysis.text);
      expect(typeErrors(transport)).toEqual([]);
    });

    test("is checked against the provider's real types", () => {
      transport.replaceWithText(analysis.text.replace("tokens?.scope", "tokens?.scopes"));
      expect(typeErrors(transport)).toEqual([expect.stringMatching(/'scopes' does not exist/)]);
    });

    test("is left alone by a second run", () => {
      const again = analyze(analysis.text, TRANSPORT, inlineOptions(TRANSPORT));
      expect(again.text).toBe(analysis.text);
      expect(findings(again)).toEqual([]);
    });
  });
}
