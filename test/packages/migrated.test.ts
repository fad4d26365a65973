import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { changedLines } from "./changed-lines.ts";
import { expectedChanges, helperLines, type KnownSite, type SiteStyle, splitChanges } from "./expected-changes.ts";
import { fetchPackage } from "./fetch.ts";
import { loadTransports } from "./loading.ts";
import { type PublishedPackage, REPLACING_CLIENTS, REPLACING_SDKS } from "./published.ts";
import { type AnalyzedFile, analyzeFile, analyzePackage, findings, inlineOptions } from "./source-files.ts";
import { unauthorizedBranches } from "./unauthorized-branches.ts";

/** The step-up block and the site, in the ES module and in the CommonJS build of each release of the SDK. */
const SDK_LINES = {
  "1.23.0": { esm: [327, 334], cjs: [331, 338] },
  "1.25.3": { esm: [338, 345], cjs: [342, 349] },
  "1.29.0": { esm: [338, 345], cjs: [342, 349] },
  "1.30.1": { esm: [339, 346], cjs: [343, 350] },
  "1.31.0": { esm: [339, 346], cjs: [343, 350] },
  "1.32.2": { esm: [352, 359], cjs: [356, 363] },
} as const;

const CLIENT_LINES = { "2.0.0-alpha.2": [3284, 3290], "2.0.0-alpha.3": [2647, 2654] } as const;

const SDK_STYLE: Style = {
  site: {
    indent: " ".repeat(24),
    provider: "this._authProvider",
    assignment: `${" ".repeat(28)}this._scope = `,
  },
  helper: helperLines("    ", "'"),
};

const CLIENT_STYLE: Style = {
  site: {
    indent: "\t".repeat(6),
    provider: "this._oauthProvider",
    assignment: `${"\t".repeat(6)}if (scope) this._scope = `,
  },
  helper: helperLines("\t", '"'),
};

interface Style {
  readonly site: SiteStyle;
  readonly helper: readonly string[];
}

interface Case {
  readonly published: PublishedPackage;
  readonly style: Style;
  readonly sites: readonly KnownSite[];
}

function knownSite(file: string, [stepUp, site]: readonly [number, number]): KnownSite {
  return { file, stepUp, site };
}

/** How long the work on a whole package may take on a slow machine. */
const CASES: readonly Case[] = [
  ...REPLACING_SDKS.map((published) => ({
    published,
    style: SDK_STYLE,
    sites: (["cjs", "esm"] as const).map((build) =>
      knownSite(`dist/${build}/client/streamableHttp.js`, SDK_LINES[published.version][build]),
    ),
  })),
  ...REPLACING_CLIENTS.map((published) => ({
    published,
    style: CLIENT_STYLE,
    sites: [knownSite("dist/index.mjs", CLIENT_LINES[published.version])],
  })),
];

for (const { published, style, sites } of CASES) {
  describe(`${published.name} ${published.version}`, () => {
    let folder: string;
    let migrated: readonly (AnalyzedFile & { readonly known: KnownSite })[];

    beforeAll(async () => {
      folder = await fetchPackage(published);
      migrated = await Promise.all(sites.map(async (known) => ({ known, ...(await analyzeFile(folder, known.file)) })));
    });

    test("has its sites and no other finding in the whole package", async () => {
      const all = await analyzePackage(folder);
      const found = all.flatMap(({ file, analysis }) =>
        findings(analysis).map(({ rule, verdict, line }) => ({ file, rule, verdict, line })),
      );
      expect(found).toEqual(
        sites.map(({ file, site }) => ({ file, rule: "replaced-scope", verdict: "rewrite", line: site })),
      );
      const changed = all.filter(({ source, analysis }) => analysis.edits.length > 0 || analysis.text !== source);
      expect(changed.map(({ file }) => file)).toEqual(sites.map(({ file }) => file));
    });

    test("changes the site's line, the tokens' line and the helper, and nothing else", () => {
      for (const { known, source, analysis } of migrated) {
        const { helper, others } = splitChanges(changedLines(source, analysis.text));
        expect(others).toEqual(expectedChanges(known, style.site));
        expect(helper).toEqual([{ line: expect.any(Number), removed: [], added: expect.any(Array) }]);
        expect(helper.flatMap(({ added }) => added).filter((line) => line !== "")).toEqual(style.helper);
        expect(analysis.helper).toBe("inline");
      }
    });

    test("keeps the 401 branches to the byte", () => {
      for (const { file, source, analysis } of migrated) {
        const before = unauthorizedBranches(source, file);
        expect(before.filter((branch) => branch.includes("this._scope = scope;"))).not.toEqual([]);
        expect(unauthorizedBranches(analysis.text, file)).toEqual(before);
      }
    });

    test("is left alone by a second run", () => {
      for (const { file, analysis } of migrated) {
        const path = join(folder, file);
        const again = analyze(analysis.text, path, inlineOptions(path));
        expect(again.text).toBe(analysis.text);
        expect(again.edits).toEqual([]);
        expect(findings(again)).toEqual([]);
        expect(again.sites.map(({ verdict }) => verdict)).toContain("already-union");
      }
    });

    test("loads in Node once migrated", async () => {
      const modules = migrated.map(({ file, analysis }) => ({ file, text: analysis.text }));
      const transports = await loadTransports(folder, modules);
      expect(transports).toHaveLength(sites.length);
      for (const transport of transports) {
        expect(transport).toContain("this._scope = unionScopes(tokens?.scope, this._scope, scope);");
      }
    });
  });
}
