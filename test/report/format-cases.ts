import type { CheckedSite, Failure, Outcome } from "../../src/model/outcome.ts";
import { checkedFile, fileWith, outcomeOf, REVIEW, REWRITE, siteAt } from "./outcomes.ts";

/** A handler with a comment that suppresses its site, and not its advice. */
export const SUPPRESSED = REVIEW.replace(
  "      this.scope = scope;",
  "      // step-up-union-ignore-next-line shared-401-403-handler -- one thing only\n$&",
);

const JOINED = "x = unionScopes(x, scope);";

/** A union with an advice. */
export const UNION = fileWith("src/union.js", JOINED, [
  siteAt(JOINED, "x = unionScopes(x, scope)", {
    verdict: "already-union",
    rule: "union-kept",
    advice: [{ rule: "unbounded-step-up", message: "no visible bound on retries" }],
  }),
]);

/** What a run could not decide. */
export const FAILURES: readonly Failure[] = [
  { kind: "usage", file: "--since", message: "There is no ref main." },
  { kind: "unreadable", file: "src/gone.ts", message: "It does not exist." },
  { kind: "nothing-matched", message: "Nothing to check." },
  { kind: "syntax", file: "src/broken.ts", line: 3, column: 5, message: "Unexpected token." },
  { kind: "crash", file: "src/odd.ts", message: "A fault.\n    at x" },
];

const known = checkedFile("src/known.ts", REWRITE);

/** Runs of every kind, by what there is of them. */
export const OUTCOMES = {
  nothing: outcomeOf([]),
  failures: outcomeOf([], { failures: FAILURES, remarks: [{ file: "src/x.ts", message: "It was passed over." }] }),
  silent: outcomeOf([
    checkedFile("src/suppressed.mjs", SUPPRESSED),
    { ...known, sites: known.sites.map((site): CheckedSite => ({ ...site, baselined: true })) },
    UNION,
  ]),
  findings: outcomeOf([checkedFile("src/a.ts", REWRITE), checkedFile("src/b.mjs", REVIEW)]),
  installed: outcomeOf([], {
    dependencies: [
      {
        name: "@modelcontextprotocol/sdk",
        version: "1.32.2",
        folder: "node_modules/@modelcontextprotocol/sdk",
        sites: [{ file: "node_modules/@modelcontextprotocol/sdk/dist/a.js", line: 3, column: 4 }],
        isFinding: true,
      },
      { name: "quiet", version: "1.0.0", folder: "node_modules/quiet", sites: [] },
    ],
  }),
} satisfies Record<string, Outcome>;

/** Paths that a format may get wrong, as reports have them: with slashes, however the system writes them. */
export const ODD_PATHS = [
  "my folder/a b.ts",
  "100%/a%20b.ts",
  "größe/日本😀.ts",
  "a\\b.ts",
  "../out,side:1.ts",
  "#a?.ts",
];

/** A site of two lines behind what takes two code units and four bytes, in a text with all line endings. */
export const WIDE_SOURCE = "\ufeffa;\r\nb;\u2028c;\r/* 😀é */ x = scope(\n  1);\n";
export const WIDE = fileWith("src/wide.js", WIDE_SOURCE, [siteAt(WIDE_SOURCE, "x = scope(\n  1)")]);
