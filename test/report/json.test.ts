import { beforeAll, describe, expect, test } from "vitest";
import { type CheckedSite, FAIL_ON, type Failure, isFinding, type Outcome } from "../../src/model/outcome.ts";
import { checkJson } from "../../src/report/json.ts";
import { LONGEST_TEXT } from "../../src/report/schema/versions.ts";
import { fixturesByTurn } from "../fixtures/by-turn.ts";
import { engineOptions } from "../fixtures/engine-options.ts";
import { checkedFile, fileWith, outcomeOf, REVIEW, REWRITE, siteAt, VIEW } from "./outcomes.ts";
import { refusals } from "./schema.ts";

const SUPPRESSED = REVIEW.replace(
  "      this.scope = scope;",
  "      // step-up-union-ignore-next-line shared-401-403-handler, refresh-cannot-widen -- one thing only\n$&",
);

const FAILURES: readonly Failure[] = [
  { kind: "usage", file: "--since", message: "There is no ref main." },
  { kind: "unreadable", file: "src/gone.ts", message: "It does not exist." },
  { kind: "nothing-matched", message: "Nothing to check." },
  { kind: "syntax", file: "src/broken.ts", line: 3, column: 5, message: "Unexpected token." },
  { kind: "too-large", file: "dist/bundle.js", message: "Memory does not suffice." },
  { kind: "crash", file: "src/odd.ts", message: "A fault.\n    at x" },
];

/** An outcome in which there is something of everything. */
const FULL: Outcome = outcomeOf(
  [
    checkedFile("src/a.mjs", SUPPRESSED),
    {
      ...checkedFile("src/b.ts", REWRITE),
      sites: checkedFile("b.ts", REWRITE).sites.map((site): CheckedSite => ({ ...site, baselined: true })),
    },
    checkedFile("src/c.mjs", REVIEW),
    checkedFile("src/d.mjs", "// step-up-union-ignore-line replaced-scope -- because"),
  ],
  {
    failures: FAILURES,
    remarks: [{ file: "src/x.ts", line: 1, column: 2, message: "It does not parse." }, { message: "Something else." }],
    dependencies: [
      {
        name: "@modelcontextprotocol/sdk",
        version: "1.32.2",
        folder: "node_modules/@modelcontextprotocol/sdk",
        sites: [{ file: "node_modules/@modelcontextprotocol/sdk/dist/a.js", line: 3, column: 4 }],
      },
    ],
    stale: [{ rule: "replaced-scope", file: "src/gone.ts", symbols: ["Transport", "send"] }],
  },
);

const documentOf = (outcome: Outcome, view: Partial<typeof VIEW> = {}) =>
  JSON.parse(checkJson(outcome, { ...VIEW, ...view }));

describe("the document", () => {
  test("holds something of everything, as the schema says", () => {
    const document = documentOf(FULL, { exitCode: 2 });
    expect(refusals(document)).toEqual([]);
    expect(document.summary).toMatchObject({
      findings: 1,
      verdicts: { rewrite: 1, review: 2, "already-union": 0 },
      suppressed: 1,
      baselined: 1,
      stale: 1,
      errors: 6,
      files: { selected: 123, read: 123, parsed: 2 },
      failOn: "review",
      exitCode: 2,
    });
    expect(document.summary.rules).toMatchObject({ "shared-401-403-handler": 2, "refresh-cannot-widen": 3 });
    expect(document.errors).toEqual(FAILURES);
    expect(document.remarks).toEqual(FULL.remarks);
    expect(document.stale).toEqual(FULL.stale);
    expect(document.dependencies).toEqual(FULL.dependencies.map((each) => ({ ...each, finding: false })));
    expect(document.tool).toEqual({ name: "step-up-union", version: "1.2.3" });
  });

  test("has a site's position, code and change in the source's own offsets", () => {
    const [site] = documentOf(outcomeOf([checkedFile("src/b.ts", `\ufeff${REWRITE.replaceAll("\n", "\r\n")}`)])).sites;
    expect(site).toMatchObject({ rule: "replaced-scope", verdict: "rewrite", finding: true, file: "src/b.ts" });
    expect(site).toMatchObject({ line: 17, column: 18, endLine: 17, endColumn: 36, end: site.start + 18 });
    expect(site.reasons.sink).toMatchObject({ kind: "field", text: "this.scope", start: site.start });
    expect(site.reasons.evidence).toMatchObject([{ kind: "comparison", line: 14, column: 9 }]);
    expect(site.reasons.granted).toEqual({ kind: "provider", text: "tokens?.scope", inline: false });
    expect(site.edits.map(({ text }: { text: string }) => text)).toContain("unionScopes(tokens?.scope, this.scope, ");
    expect(site).not.toHaveProperty("suppressed");
    expect(site).not.toHaveProperty("baselined");
  });

  test("lists suppressed and baselined sites, and tells that they are no findings", () => {
    const { sites, suppressions } = documentOf(FULL);
    const told = sites.map((site: CheckedSite & { file: string; finding: boolean }) =>
      [site.file, site.finding, site.suppressed?.reason ?? "", site.baselined ?? false].join(" "),
    );
    expect(told).toEqual(["src/a.mjs false one thing only false", "src/b.ts false  true", "src/c.mjs true  false"]);
    expect(sites[0].advice[0].suppressed).toMatchObject({ rule: "refresh-cannot-widen", at: { line: 7, column: 7 } });
    expect(suppressions).toMatchObject([
      { file: "src/a.mjs", state: "used" },
      { file: "src/d.mjs", state: "unused", message: "line 1 has no finding of replaced-scope" },
    ]);
  });

  test("says nothing of a baseline where there is none", () => {
    const document = documentOf(outcomeOf([]), { exitCode: 0 });
    expect(refusals(document)).toEqual([]);
    expect(document).not.toHaveProperty("stale");
    expect(document.summary).not.toHaveProperty("stale");
  });

  test("cuts long code, and neither its range nor the change", () => {
    const code = `x = ${"y".repeat(5000)}`;
    const site = {
      ...siteAt(code, code),
      edits: [{ start: 0, end: 0, text: "z".repeat(5000), role: "union" as const }],
    };
    const document = documentOf(outcomeOf([fileWith("a.js", code, [site])]));
    expect(refusals(document)).toEqual([]);
    const [{ reasons, edits, end }] = document.sites;
    expect(reasons.sink.text).toHaveLength(LONGEST_TEXT - 1);
    expect(reasons.sink.text).toMatch(/y…$/);
    expect([reasons.sink.end, end, edits[0].text.length]).toEqual([5004, 5004, 5000]);
  });

  test("is the same for the same outcome, and ends with a line feed", () => {
    const json = checkJson(FULL, VIEW);
    expect(json).toBe(checkJson(structuredClone(FULL), VIEW));
    expect(json).toMatch(/[^\n]\n$/);
  });

  test("publishes no more than the schema describes", () => {
    const [file] = FULL.files;
    const sites = [
      { ...siteAt(REVIEW, "this.scope"), secret: 1, reasons: { ...siteAt(REVIEW, "this").reasons, more: 2 } },
    ];
    expect(refusals(documentOf(outcomeOf([fileWith(file?.file ?? "", REVIEW, sites)])))).toEqual([]);
  });
});

describe("the document of the fixtures", () => {
  let outcome: Outcome;
  beforeAll(() => {
    const files = fixturesByTurn("in one document", 3).map(({ kind, name, extension, input, options }) =>
      checkedFile(`${kind}/${name}${extension}`, input, engineOptions(options, extension)),
    );
    outcome = outcomeOf(files);
  });

  test.each(FAIL_ON)("is as the schema says, under --fail-on=%s", (failOn) => {
    const document = documentOf(outcome, { failOn });
    expect(refusals(document)).toEqual([]);
    const sites = outcome.files.flatMap((file) => file.sites);
    expect(document.sites).toHaveLength(sites.length);
    expect(sites.length).toBeGreaterThan(200);
    expect(document.summary.findings).toBe(sites.filter((site) => isFinding(site, failOn)).length);
  });

  test("repeats the engine's data", () => {
    const files = new Map(outcome.files.map((file) => [file.file, file]));
    for (const site of documentOf(outcome).sites) {
      const file = files.get(site.file);
      const same = file?.sites.find(({ start, rule }) => start === site.start && rule === site.rule);
      expect(site).toMatchObject(JSON.parse(JSON.stringify(same)));
      const { text, start, end } = site.reasons.challenged;
      expect(text).toBe(file?.source.slice(start, end));
    }
  });
});
