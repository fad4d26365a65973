import { expect, test } from "vitest";
import type { Verification } from "../../src/model/verification.ts";
import { verificationSentences, verificationText } from "../../src/report/verification.ts";
import { plain } from "../../src/rules/sentence.ts";

const CHECK = { config: "a/tsconfig.json", size: 12, compiler: "6.0.2", files: ["a/x.ts", "a/y.ts"], withdrawn: 0 };
const BOTH: Verification = {
  checks: [CHECK, { ...CHECK, config: "tsconfig.json", size: 1, files: ["z.ts"], withdrawn: 2 }],
  unchecked: [
    { file: "b.mjs", why: "javascript" },
    { file: "tools/\u001b[2J.ts", why: "changed" },
  ],
};

test("what was type-checked is told with its tsconfig and the compiler, what was not with the reason", () => {
  expect(verificationText(BOTH)).toEqual([
    `Type-checked before and after, by TypeScript 6.0.2:
  a/tsconfig.json  2 changed files of 12
  tsconfig.json    1 changed file of 1; 2 rewrites withdrawn`,
    `Not type-checked:
  b.mjs               JavaScript that neither its tsconfig (checkJs) nor a comment wants checked
  tools/\\u{1b}[2J.ts  it changed while the program was read`,
  ]);
  expect(verificationSentences(BOTH).map(plain)).toEqual([
    "Type-checked before and after, by TypeScript 6.0.2: `a/tsconfig.json` (2 changed files of 12), `tsconfig.json` (1 changed file of 1; 2 rewrites withdrawn).",
    "Not type-checked: `b.mjs` (JavaScript that neither its tsconfig (checkJs) nor a comment wants checked), `tools/\u001b[2J.ts` (it changed while the program was read).",
  ]);
});

test("another tsconfig is named where it would help, and nothing is said of nothing", () => {
  const none: Verification = { checks: [], unchecked: [{ file: "b.ts", why: "no-config" }] };
  expect(verificationText(none)).toEqual([
    `Not type-checked:
  b.ts  there is no tsconfig in its folder or above
  Another tsconfig is named by --project=<tsconfig>.`,
  ]);
  expect([
    verificationText({ checks: [], unchecked: [] }),
    verificationSentences({ checks: [], unchecked: [] }),
  ]).toEqual([[], []]);
});
