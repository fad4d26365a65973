import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MERGE_FORMATS, type MergeFormat } from "../../../src/report/format-names.ts";
import { MERGE_REPORTS } from "../../../src/report/merge/formats.ts";
import type { Overview } from "../../../src/report/merge/overview.ts";
import { overviewOf } from "../../../src/report/merge/overview.ts";
import { OVERVIEW_SCHEMA_VERSION } from "../../../src/report/schema/versions.ts";
import { OUTCOMES } from "../format-cases.ts";
import { outcomeOf, VIEW } from "../outcomes.ts";
import { sarifFaults } from "../sarif-shape.ts";
import { type Schema, schemasWithin } from "../schema.ts";
import { CLEAN, COMMIT, FINDINGS, reportFor } from "./documents.ts";

const SCHEMA: Schema = JSON.parse(readFileSync(new URL("../../../schemas/merge.schema.json", import.meta.url), "utf8"));
const validator = new Validator(SCHEMA as object, "2020-12", false);
const refusals = (document: unknown) => validator.validate(document).errors;

const FORMATS = (Object.keys(MERGE_FORMATS) as MergeFormat[]).filter((format) => format !== "check-json");
const FAILURE = { kind: "usage", file: "b.json", message: "It is empty." } as const;
const OVERVIEW = overviewOf(
  [
    reportFor("fork", FINDINGS, { clean: false }),
    reportFor("origin", FINDINGS),
    reportFor("installed", OUTCOMES.installed),
    reportFor("broken", outcomeOf([], { failures: [{ kind: "crash", message: "A fault." }] })),
    reportFor("clean", CLEAN),
  ],
  [FAILURE],
);
const written = (format: MergeFormat, overview: Overview = OVERVIEW) => MERGE_REPORTS[format](overview, VIEW);

describe("each format", () => {
  test.each(FORMATS)("%s names all findings and where they are, in lines", (format) => {
    const text = written(format);
    expect(text).toMatch(/[^\n]\n$/);
    for (const { rule, fingerprint } of OVERVIEW.findings) {
      expect(text).toContain(rule);
      expect(text).toContain(fingerprint);
    }
    for (const part of ["src/a.ts", "acme", "fork", "origin"]) {
      expect(text.replaceAll("<wbr>", ""), part).toContain(part);
    }
    expect(text).toMatch(new RegExp(COMMIT.slice(0, 7)));
  });

  test("table is what people see", () => {
    expect(written("table")).toMatch(
      /^findings {2}rewrite {2}review {2}advice {2}errors {2}commit {13}date {8}repository\n {7}2 {8}1 {7}1 {7}0 {7}0 {2}1f2e3d4 \(changed\) {2}2026-03-04 {2}example\.test\/acme\/fork\n/,
    );
    expect(written("table")).toContain(
      "\n\nCould not decide, so this is not all:\n  example.test/acme/broken  A fault.\n\n",
    );
    expect(written("table")).toContain("\n\n1 repository without findings (csv, html and json list them).\n\n");
    expect(written("table")).toMatch(
      /\n5 repositories: 3 with findings, 1 not decided in full; 3 findings in 5 places\n$/,
    );
    expect(written("table", overviewOf([reportFor("clean", CLEAN)], []))).toBe(
      "1 repository: 0 with findings; 0 findings\n",
    );
  });

  test("csv has a row for each place, each clean repository and each failure", () => {
    const rows = written("csv").trimEnd().split("\n").slice(1);
    const kinds = rows.map((row) => row.split(",")[4]);
    const [undecided = ""] = rows.filter((row) => row.includes("acme/broken"));
    expect(undecided).toMatch(/,"error","crash","",.*,"A fault\."$/);
    expect(kinds).toEqual([
      '"rewrite"',
      '"review"',
      '"rewrite"',
      '"review"',
      '"review"',
      '"error"',
      '"none"',
      '"error"',
    ]);
  });

  test("json is as its schema says, which describes every property and lets no other pass", () => {
    const document = JSON.parse(written("json"));
    expect(refusals(document)).toEqual([]);
    expect(refusals({ ...document, more: 1 })).not.toEqual([]);
    const all = [...schemasWithin(SCHEMA)];
    expect(all.find(([path]) => path === "#/properties/schemaVersion")?.[1].const).toBe(OVERVIEW_SCHEMA_VERSION);
    expect(all.filter(([, schema]) => schema.type === "object" && schema.additionalProperties !== false)).toEqual([]);
    expect(all.filter(([, { description }]) => !description)).toEqual([]);
  });

  test("sarif has a run for each repository, with its address and commit, and one for what failed", () => {
    const document = JSON.parse(written("sarif"));
    expect(sarifFaults(document)).toEqual([]);
    const [first] = document.runs;
    expect(document.runs).toHaveLength(6);
    expect(first.versionControlProvenance).toEqual([
      {
        repositoryUri: "https://example.test/acme/fork",
        revisionId: COMMIT,
        asOfTimeUtc: "2026-03-04T05:06:07Z",
        mappedTo: { uriBaseId: "%SRCROOT%" },
      },
    ]);
    expect(document.runs.map(({ results }: { results: unknown[] }) => results.length)).toEqual([2, 2, 1, 0, 0, 0]);
    const successful = document.runs.map(({ invocations }: typeof first) => invocations[0].executionSuccessful);
    expect(successful).toEqual([true, true, true, false, true, false]);
  });

  test("check-json says what could not be joined", () => {
    const run = reportFor("one", FINDINGS).document;
    const text = MERGE_REPORTS["check-json"](overviewOf([], [FAILURE]), { ...VIEW, run });
    expect(JSON.parse(text)).toMatchObject({ errors: [FAILURE], summary: { errors: 1, exitCode: 2 } });
  });
});

/** What programs take for more than text, each with what it must not become in the format in question. */
const ATTACKS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  " \t=cmd|' /C calc'!A0",
  "\uff1d1",
  '"',
  '",=1+1,"',
  "\r\n=1+1",
  "\x1b[2J",
  "\x1b]8;;http://evil.test\x07",
  "\u202e",
  "\u200b",
  "\ud800",
  "\u2028",
  "\n::error::x",
  "##[add-mask]e",
  "##vso[task.setvariable variable=x]y",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "\"'><svg/onload=alert(1)>",
  "javascript:alert(1)",
  "[x](https://evil.test)",
  "{0}",
  "a b",
  "日本",
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 5 })
  .map((parts) => parts.join("") || "=");

/** An overview of which everything is hostile that a file name, a name of a repository or code can bring in. */
const hostileOverview: fc.Arbitrary<Overview> = fc
  .record({ name: hostile, file: hostile, message: hostile, report: hostile })
  .map(({ name, file, message, report }) => ({
    checkouts: [
      {
        name,
        reports: [report],
        counts: { rewrite: 1, review: 0, advice: 0 },
        undecided: [{ kind: "syntax", file, line: 1, column: 2, message }],
      },
      {
        name: `${name}2`,
        url: "https://example.test/a%3Cb%3E",
        reports: [report],
        counts: { rewrite: 0, review: 0, advice: 0 },
        undecided: [],
      },
    ],
    findings: [
      {
        fingerprint: "0123456789abcdef",
        verdict: "rewrite",
        rule: "replaced-scope",
        message,
        places: [{ checkout: 0, file, line: 1, column: 2, endLine: 1, endColumn: 3 }],
      },
    ],
    failures: [{ kind: "usage", file: report, message }],
  }));

const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Cs}]|[\ufe00-\ufe0f]/u;
const COMMAND = /^\s*::|##\w*\[/m;

/** The cells of a CSV document, read by RFC 4180: nothing is left over. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const cell = /"((?:[^"]|"")*)"|(\d*)/y;
  while (at < csv.length) {
    cell.lastIndex = at;
    const [whole = "", quoted, plain = ""] = cell.exec(csv) ?? [];
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    at += whole.length;
    if (csv[at] === "\n") rows.push([]);
    else if (csv[at] !== ",")
      throw new Error(`a cell ends at ${at} otherwise: ${JSON.stringify(csv.slice(at, at + 9))}`);
    at++;
  }
  return rows.slice(0, -1);
}

describe("nothing of theirs takes effect", () => {
  test.each(FORMATS)("on a terminal or in a log, in %s", (format) => {
    fc.assert(
      fc.property(hostileOverview, (overview) => {
        const text = written(format, overview);
        expect(format === "html" ? text.replace(/<style>[\s\S]*?<\/style>/, "") : text).not.toMatch(FORBIDDEN);
        expect(text).not.toMatch(COMMAND);
      }),
      { numRuns: 300 },
    );
  });

  test("in a spreadsheet: each cell is one, and none begins as a formula does", () => {
    fc.assert(
      fc.property(hostileOverview, (overview) => {
        const rows = cellsOf(written("csv", overview));
        expect(rows.map(({ length }) => length)).toEqual(rows.map(() => 11));
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/);
      }),
      { numRuns: 500 },
    );
  });

  test("in a browser: there are no elements, attributes and addresses but ours", () => {
    const tagsOf = (page: string) => page.match(/<[^>]*>/g)?.filter((tag) => tag !== "<wbr>");
    const calm = written("html", overviewOf([], []));
    expect(calm).toContain("default-src &#39;none&#39;");
    fc.assert(
      fc.property(hostileOverview, (overview) => {
        const plain = (text: string) => ({ ...overview, ...harmless(overview, text) });
        expect(tagsOf(written("html", overview))).toEqual(tagsOf(written("html", plain("x"))));
      }),
      { numRuns: 300 },
    );
  });

  test("in JSON and SARIF, which are well-formed and as their schemas say", () => {
    fc.assert(
      fc.property(hostileOverview, (overview) => {
        const document = JSON.parse(written("json", overview));
        expect(document.findings[0].places[0].file).toBe(overview.findings[0]?.places[0]?.file);
        expect(refusals(document)).toEqual([]);
        const [place] = overview.findings[0]?.places ?? [];
        if (place?.file === "" || place?.file.startsWith("/") || /^[a-z]:\//i.test(place?.file ?? "")) return;
        expect(sarifFaults(JSON.parse(written("sarif", overview)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The same overview with harmless texts. */
function harmless({ checkouts, findings, failures }: Overview, text: string): Overview {
  return {
    checkouts: checkouts.map((each) => ({
      ...each,
      name: text,
      reports: [text],
      undecided: each.undecided.map((failure) => ({ ...failure, file: text, message: text })),
    })),
    findings: findings.map((each) => ({
      ...each,
      message: text,
      places: each.places.map((place) => ({ ...place, file: text })),
    })),
    failures: failures.map((each) => ({ ...each, file: text, message: text })),
  };
}
