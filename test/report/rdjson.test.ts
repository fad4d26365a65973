import { describe, expect, test } from "vitest";
import { splice } from "../../src/edit/splice.ts";
import type { CheckedFile, Outcome } from "../../src/model/outcome.ts";
import { rdjsonReport } from "../../src/report/rdjson.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { engineOptions } from "../fixtures/engine-options.ts";
import { ODD_PATHS, OUTCOMES, WIDE } from "./format-cases.ts";
import { checkedFile, fileWith, outcomeOf, REWRITE, siteAt, VIEW } from "./outcomes.ts";
import { rdjsonFaults } from "./rdjson-shape.ts";

interface Position {
  readonly line: number;
  readonly column: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range?: Range };
  readonly severity: string;
  readonly code: { readonly value: string; readonly url?: string };
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
}

function diagnosticsOf(outcome: Outcome, view: Partial<typeof VIEW> = {}): Diagnostic[] {
  const document = JSON.parse(rdjsonReport(outcome, { ...VIEW, ...view }));
  expect(rdjsonFaults(document)).toEqual([]);
  return document.diagnostics;
}

const told = ({ severity, code, location }: Diagnostic) => `${severity} ${code.value} ${location.path}`;

/** Applies a suggestion as reviewdog does: to bytes of lines that end with line feeds. */
function applied(source: string, { range, text }: { range: Range; text: string }): string {
  const bytes = Buffer.from(source);
  const offset = ({ line, column }: Position) => {
    let start = 0;
    for (let number = 1; number < line; number++) start = bytes.indexOf(0x0a, start) + 1;
    return start + column - 1;
  };
  return Buffer.concat([
    bytes.subarray(0, offset(range.start)),
    Buffer.from(text),
    bytes.subarray(offset(range.end)),
  ]).toString();
}

test("findings and their advice are diagnostics", () => {
  const found = diagnosticsOf(OUTCOMES.findings);
  expect(found.map(told)).toEqual([
    "ERROR replaced-scope src/a.ts",
    "INFO refresh-cannot-widen src/a.ts",
    "WARNING shared-401-403-handler src/b.mjs",
    "INFO refresh-cannot-widen src/b.mjs",
  ]);
  expect(found[0]).toMatchObject({
    location: { range: { start: { line: 17, column: 18 }, end: { line: 17, column: 36 } } },
    code: { url: "https://example.test/rules#replaced-scope" },
  });
  expect(found[0]?.message).toMatch(/^`this\.scope` is overwritten .* instead\. The file lacks `unionScopes`/);
  expect(found[2]?.message).toContain("The suggestion is to be applied only if a person finds it right.");
  expect(found.map(({ suggestions }) => suggestions?.length)).toEqual([1, undefined, 1, undefined]);
});

test("the test's own shape refuses what reviewdog does not take", () => {
  const document = () => JSON.parse(rdjsonReport(OUTCOMES.findings, VIEW));
  const worse = (change: (found: Record<string, unknown>) => void) => {
    const whole = document();
    change(whole.diagnostics[0]);
    return rdjsonFaults(whole);
  };
  expect(rdjsonFaults(document())).toEqual([]);
  expect(worse((found) => Object.assign(found, { severity: "error" }))).not.toEqual([]);
  expect(worse((found) => Object.assign(found, { more: 1 }))).not.toEqual([]);
  expect(worse((found) => Object.assign(found, { location: { path: "" } }))).not.toEqual([]);
  expect(worse((found) => Object.assign(found, { suggestions: [{ text: "" }] }))).not.toEqual([]);
});

test("what is no finding is no diagnostic", () => {
  expect(JSON.parse(rdjsonReport(OUTCOMES.nothing, VIEW))).toEqual({
    source: { name: "step-up-union", url: VIEW.docs },
    diagnostics: [],
  });
  expect(diagnosticsOf(OUTCOMES.silent)).toEqual([]);
  expect(diagnosticsOf(OUTCOMES.silent, { failOn: "advice" }).map(told)).toEqual([
    "INFO refresh-cannot-widen src/suppressed.mjs",
    "INFO unbounded-step-up src/union.js",
  ]);
  expect(diagnosticsOf(OUTCOMES.installed)).toMatchObject([
    {
      severity: "WARNING",
      code: { value: "installed-package" },
      location: { range: { start: { line: 3, column: 4 } } },
    },
  ]);
});

test("what could not be decided are errors; what is about no file stands at the working folder", () => {
  const found = diagnosticsOf(OUTCOMES.failures);
  expect(found.map(told)).toEqual([
    "ERROR usage .",
    "ERROR unreadable src/gone.ts",
    "ERROR nothing-matched .",
    "ERROR syntax src/broken.ts",
    "ERROR crash src/odd.ts",
  ]);
  expect(found[1]?.location).toEqual({ path: "src/gone.ts" });
  expect(found[3]?.location.range).toEqual({ start: { line: 3, column: 5 } });
});

describe("a suggestion makes the change of its site, and nothing else", () => {
  const check = (file: CheckedFile) => {
    const found = diagnosticsOf(outcomeOf([file])).filter(({ severity }) => severity !== "INFO");
    const sites = file.sites.filter(({ suppressed, verdict }) => !suppressed && verdict !== "already-union");
    expect(found).toHaveLength(sites.length);
    for (const [index, { edits }] of sites.entries()) {
      const [suggestion] = found[index]?.suggestions ?? [];
      expect(suggestion !== undefined).toBe(edits !== undefined);
      if (suggestion && edits) expect(applied(file.source, suggestion)).toBe(splice(file.source, edits));
    }
    return sites.filter(({ edits }) => edits).length;
  };

  test("in all fixtures", () => {
    const counts = discoverFixtures().fixtures.map(({ name, extension, input, options }) =>
      check(checkedFile(`${name}${extension}`, input, engineOptions(options, extension))),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
  });

  test.each([
    ["CR LF and a byte order mark", `\ufeff${REWRITE.replaceAll("\n", "\r\n")}`],
    ["no newline at the end", REWRITE.trimEnd()],
    ["wide characters before the column", REWRITE.replace("if (scope) this", "/* é日😀\u2028 */ if (scope) this")],
  ])("with %s", (_, source) => {
    expect(check(checkedFile("a.ts", source))).toBe(1);
  });
});

test("columns count bytes, those of the byte order mark included, and lines end with line feeds alone", () => {
  expect(diagnosticsOf(outcomeOf([WIDE]))[0]?.location.range).toEqual({
    start: { line: 2, column: 22 },
    end: { line: 3, column: 5 },
  });
  const first = fileWith("a.js", "\ufeffx = scope", [siteAt("\ufeffx = scope", "x = scope")]);
  expect(diagnosticsOf(outcomeOf([first]))[0]?.location.range?.start).toEqual({ line: 1, column: 4 });
});

test("paths are as they are, and messages Markdown that shows what is said", () => {
  const paths = diagnosticsOf(outcomeOf(ODD_PATHS.map((file) => checkedFile(file, REWRITE)))).map(
    (each) => each.location.path,
  );
  expect([...new Set(paths)]).toEqual(ODD_PATHS);
  const site = siteAt("x = 1", "x = 1", { message: "`a` [click](https://evil.test) <b> @team" });
  const [found] = diagnosticsOf(outcomeOf([fileWith("a.js", "x = 1", [site])]));
  expect(found?.message).toBe("`a` \\[click\\](https:&#8203;//evil.test) &#60;b&#62; @&#8203;team");
});
