import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import type { CheckedFile, Outcome } from "../../src/model/outcome.ts";
import type { Provenance } from "../../src/model/provenance.ts";
import type { SiteEdit } from "../../src/model/site.ts";
import { explainAll } from "../../src/report/explain/explain.ts";
import { EXPLANATION_REPORTS } from "../../src/report/explain/formats.ts";
import { type FixResult, fixSummary } from "../../src/report/fix-summary.ts";
import type { CheckFormat } from "../../src/report/format-names.ts";
import { checkJson } from "../../src/report/json.ts";
import { prettyReport } from "../../src/report/pretty.ts";
import { failureLines, remarkLines } from "../../src/report/problem-lines.ts";
import { runnerReport } from "../../src/report/runner-report.ts";
import type { ReportView } from "../../src/report/view.ts";
import { CHECK_REPORTS } from "./check-reports.ts";
import { checkedFile, fileWith, outcomeOf, REVIEW, REWRITE, siteAt, VIEW } from "./outcomes.ts";
import { refusals } from "./schema.ts";

const COLORS = picocolors.createColors(true);

/** The escape sequences that the colours of a report are made of: set and reset, nothing else. */
const OUR_COLORS = new RegExp(
  [
    ...new Set(
      [COLORS.bold, COLORS.dim, COLORS.underline, COLORS.red, COLORS.green, COLORS.yellow, COLORS.cyan].flatMap(
        (paint) => paint("|").split("|"),
      ),
    ),
  ]
    .map((code) => code.replace("[", "\\["))
    .join("|"),
  "g",
);

/**
 * What must not be in a report, written without the tool's own table: C0 but for the line feed, DEL, C1, bidirectional
 * controls, what has no width, separators that end lines, tags, variation selectors, lone surrogates.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Cs}]|[\ufe00-\ufe0f]/u;

const ATTACKS = [
  "\x1b[2J\x1b[1;1H",
  "\x1b[31m",
  "\x1b]8;;http://evil.test\x1b\\click\x1b]8;;\x1b\\",
  "\x1b]0;title\x07",
  "\x9b2J",
  "\x90q\x9c",
  "all is well\r",
  "\b\b\b",
  "\0",
  "\x7f",
  "\n::error::injected",
  "::add-mask::e",
  "##[add-mask]e",
  "##vso[task.setvariable variable=x]y",
  "%0A::error::",
  "](https://evil.test)",
  "<script>",
  "|",
  "@team",
  "\r\n",
  "\t",
  "\u2028",
  "\u2029",
  "\u202e",
  "\u2066\u2069",
  "\u200b",
  "\ufeff",
  "\u{e0041}",
  "\ufe0f",
  "\ud800",
  "\udc00",
  "日本",
  "a b",
  "'",
  "`",
  "$(x)",
  "$&",
];

/** Text as it may come from a stranger's pull request. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 6 })
  .map((parts) => parts.join(""));

/** An outcome of which everything that a stranger can write is hostile. */
const hostileOutcome: fc.Arbitrary<Outcome> = fc
  .record({ file: hostile, head: hostile, code: hostile, tail: hostile, text: hostile, message: hostile })
  .map(({ file, head, code, tail, text, message }) => {
    const source = `${head}«${code}»${tail}`;
    const marked = `«${code}»`;
    const plain = siteAt(source, marked);
    const edits: SiteEdit[] = [{ start: plain.start, end: plain.end, text: `u(${text})`, role: "union" }];
    const place = { ...plain.reasons.sink, text: marked };
    const reasons = {
      ...plain.reasons,
      evidence: [{ ...place, kind: "comparison" as const }],
      previous: code,
      granted: { kind: "handler" as const, text: code },
    };
    const advice = [{ rule: "unbounded-step-up" as const, message }];
    const sites = [
      { ...plain, message, reasons, advice, edits },
      { ...plain, message, reasons, advice, verdict: "review" as const, rule: "unfit-sink" as const },
    ];
    const suppression = { ...place, rules: [text], reason: text, state: "unused" as const, message };
    return outcomeOf([{ ...fileWith(file, source, sites), suppressions: [suppression] }], {
      failures: [{ kind: "syntax", file, line: 1, column: 1, message }],
      remarks: [{ file, message }, { message }],
      dependencies: [
        { name: text, version: code, folder: file, sites: [{ file, line: 1, column: 1 }], isFinding: true },
      ],
      stale: [{ rule: text, file, symbols: [code, message] }],
    });
  });

/** Everything that is printed of an outcome for people. */
const printed = (outcome: Outcome, view: ReportView) =>
  [prettyReport(outcome, view), ...failureLines(outcome.failures, view), ...remarkLines(outcome.remarks, view)].join(
    "\n",
  );

/** What a run of `fix` did with files of which all is hostile. */
function fixResultOf(files: readonly CheckedFile[], text: string, dryRun: boolean): FixResult {
  const fixed = files.map(({ file, source, sites }) => ({
    file,
    path: `/${file}`,
    written: text,
    text: source,
    rewritten: 1,
    suppressed: 0,
    decided: sites,
    advised: [{ rule: "unbounded-step-up" as const, message: text, line: 1, column: 1 }],
    helper: { path: `/project/${text}`, text },
  }));
  const kept = { name: text, version: text, manager: text };
  const recipes = [
    { ...kept, commands: [] },
    { ...kept, commands: [text] },
  ];
  return { fixed, dryRun, files, formatters: [text], recipes, options: [], workingFolder: "/project" };
}

const FORMATS = Object.keys(CHECK_REPORTS) as CheckFormat[];

/** What a manifest, a folder or an option may be called. */
const NAME = ATTACKS.join("");
const HOSTILE_PROVENANCE: Provenance = {
  options: { "vendor-path": NAME, project: NAME },
  repositories: [{ folder: NAME }],
  sdks: [{ name: NAME, version: NAME, folder: NAME }],
};

const VIEWS: readonly ReportView[] = [
  VIEW,
  { ...VIEW, provenance: HOSTILE_PROVENANCE },
  { ...VIEW, width: 40 },
  { ...VIEW, failOn: "rewrite", quiet: true },
  { ...VIEW, failOn: "rewrite", width: 120 },
];

test("what is looked for is found where it is", () => {
  const harmless = ATTACKS.filter((attack) => /^[日本a-z0-9 '`$()&\n:#[\].=%/<>|@-]+$/i.test(attack));
  expect(ATTACKS.filter((attack) => !FORBIDDEN.test(attack))).toEqual(
    ATTACKS.filter((attack) => harmless.includes(attack)),
  );
});

describe("no character of theirs that a terminal obeys or hides", () => {
  test("is printed for people", () => {
    fc.assert(
      fc.property(hostileOutcome, fc.constantFrom(...VIEWS), hostile, (outcome, view, next) => {
        expect(printed(outcome, { ...view, next: [next] })).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 300 },
    );
  });

  test.each(FORMATS)("is in %s", (format) => {
    fc.assert(
      fc.property(hostileOutcome, fc.constantFrom(...VIEWS), (outcome, view) => {
        const report = CHECK_REPORTS[format](outcome, view);
        // An edit is exact there: tabs of code stay.
        const isMarkdown = format === "agent" || format === "markdown";
        expect(isMarkdown ? report.replaceAll("\t", " ") : report).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 300 },
    );
  });

  test("is among the colours", () => {
    fc.assert(
      fc.property(hostileOutcome, fc.constantFrom(...VIEWS), (outcome, view) => {
        const colored = printed(outcome, { ...view, colors: COLORS });
        expect(colored).toContain("\x1b[");
        expect(colored.replace(OUR_COLORS, "")).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 300 },
    );
  });

  test("is in the JSON document, which holds them all the same", () => {
    fc.assert(
      fc.property(hostileOutcome, (outcome) => {
        const json = checkJson(outcome, VIEW);
        expect(json).not.toMatch(FORBIDDEN);
        const document = JSON.parse(json);
        expect(refusals(document)).toEqual([]);
        expect(document.sites[0]).toMatchObject({
          file: outcome.files[0]?.file,
          message: outcome.files[0]?.sites[0]?.message,
          edits: outcome.files[0]?.sites[0]?.edits,
        });
      }),
      { numRuns: 300 },
    );
  });
});

/** Where a log is that of a CI system, it obeys these: GitHub at the beginning of a line and anywhere, Azure anywhere. */
const COMMAND = /^\s*::|##\w*\[/m;
const OURS = /^::(error|warning|notice) (?=file=|title=step-up-union)/gm;

describe("no command of theirs that a CI system obeys is", () => {
  test.each(FORMATS)("in %s", (format) => {
    fc.assert(
      fc.property(hostileOutcome, fc.constantFrom(...VIEWS), (outcome, view) => {
        expect(CHECK_REPORTS[format](outcome, view).replace(OURS, "")).not.toMatch(COMMAND);
      }),
      { numRuns: 300 },
    );
  });

  test("among what could not be decided", () => {
    fc.assert(
      fc.property(hostileOutcome, (outcome) => {
        const lines = [...failureLines(outcome.failures, VIEW), ...remarkLines(outcome.remarks, VIEW)];
        expect(lines.join("\n")).not.toMatch(COMMAND);
      }),
    );
  });

  test("among what fix says that it did, and left", () => {
    fc.assert(
      fc.property(hostileOutcome, hostile, fc.boolean(), ({ files }, text, dryRun) => {
        const summary = fixSummary(fixResultOf(files, text, dryRun), VIEW);
        expect(summary).not.toMatch(COMMAND);
        expect(summary).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["pretty", "markdown", "html", "json"] as const)("in explanations as %s", (format) => {
    fc.assert(
      fc.property(hostileOutcome, ({ files, failures }) => {
        const made = { version: "1.2.3", provenance: HOSTILE_PROVENANCE };
        expect(EXPLANATION_REPORTS[format](explainAll(files), { failures, made })).not.toMatch(COMMAND);
      }),
      { numRuns: 300 },
    );
  });

  test("in a line of the transform", () => {
    fc.assert(
      fc.property(hostileOutcome, ({ files }) => {
        for (const { sites, suppressions } of files) {
          const { lines } = runnerReport({ sites, suppressions });
          expect(lines.length).toBeGreaterThan(0);
          for (const line of lines) {
            expect(line).not.toMatch(COMMAND);
            expect(line).not.toMatch(FORBIDDEN);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the beginning of a file's name", () => {
    const report = prettyReport(outcomeOf([checkedFile("::error::x.ts", REWRITE)]), VIEW);
    expect(report.split("\n")[0]).toBe("\\u{3a}:error::x.ts");
  });
});

describe("a stranger's file name", () => {
  test("begins no line of its own", () => {
    const report = prettyReport(outcomeOf([checkedFile("a.ts\nsrc/b.ts\n  1:1  rewrite.ts", REWRITE)]), VIEW);
    expect(report.split("\n")[0]).toBe("a.ts\\u{a}src/b.ts\\u{a}  1:1  rewrite.ts");
  });
});

test("hostile code that the engine reads is shown as it is", () => {
  const source = REWRITE.replace("if (scope) this", "if (scope) /*\x1b[2J\u202e\x9b*/ this").replace(
    "this.lastHeader = header;",
    "/* \ud800\x00 */ $&",
  );
  const report = prettyReport(outcomeOf([checkedFile("a.ts", source), checkedFile("b.mjs", REVIEW)]), VIEW);
  expect(report).toContain("if (scope) /*\\u{1b}[2J\\u{202e}\\u{9b}*/ this.scope = scope;");
  expect(report).toContain("/* \\u{d800}\\u{0} */");
  expect(report).not.toMatch(FORBIDDEN);
});

/** The processor time that a report takes, in microseconds, and the report. */
function timed(outcome: Outcome): { report: string; time: number } {
  const before = process.cpuUsage();
  const report = prettyReport(outcome, VIEW);
  const { user, system } = process.cpuUsage(before);
  return { report, time: user + system };
}

// Each of the sites would look at 32 MB, which is 16 GB: some hundred times what the short line takes.
test("long lines are not looked at in full", () => {
  const handlers = Array.from(
    { length: 500 },
    (_, index) =>
      `async function h${index}(p,e,u){if(e.error===\`insufficient_scope\`){await auth(p,{serverUrl:u,scope:e.scope})}}`,
  ).join("");
  const file = checkedFile("bundle.min.mjs", handlers);
  expect(file.sites).toHaveLength(500);
  const filler = "void(0);".repeat(2 ** 22);
  const short = timed(outcomeOf([file]));
  const { report, time } = timed(outcomeOf([{ ...file, source: handlers + filler }]));
  expect(time).toBeLessThan(25 * (short.time + 100_000));
  expect(report.length).toBeLessThan(500 * 4000);
  expect(report).toContain("^^^^^^^^^^^^^");
});
