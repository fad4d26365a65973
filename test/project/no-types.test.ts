import { ts } from "ts-morph";
import { expect, test } from "vitest";
import { whyUnchecked } from "../../src/project/no-types.ts";

const why = (name: string, text: string, options: ts.CompilerOptions = {}) =>
  whyUnchecked(ts.createSourceFile(name, text, ts.ScriptTarget.ESNext), options);

/** What the compiler itself reads of such a comment, which its declarations keep to themselves. */
const read = (text: string) =>
  (ts.createSourceFile("a.js", text, ts.ScriptTarget.ESNext) as unknown as { checkJsDirective?: { enabled: boolean } })
    .checkJsDirective?.enabled;

test.each([
  ["a.ts", "", {}, undefined],
  ["a.tsx", "// @ts-nocheck\n", {}, "no-check"],
  ["a.js", "", { allowJs: true }, "javascript"],
  ["a.mjs", "", { checkJs: true }, undefined],
  ["a.cjs", "// @ts-check\n", {}, undefined],
  ["a.jsx", "// @ts-nocheck\n", { checkJs: true }, "no-check"],
] as const)("of %s with %j under %j", (name, text, options, expected) => {
  expect(why(name, text, options)).toBe(expected);
});

test.each([
  "// @ts-check\nlet a;",
  "/// @TS-Check because\nlet a;",
  "#!/usr/bin/env node\n// @ts-nocheck\nlet a;",
  "// @ts-check\n// @ts-nocheck\nlet a;",
  "// @ts-nocheck\n\n/* and */ // @ts-check\nlet a;",
  "/* @ts-check */\nlet a;",
  '"use strict";\n// @ts-check\nlet a;',
  "// @ts-checking\nlet a;",
  "// @ts-check: yes\nlet a;",
  "// see @ts-check\nlet a;",
])("reads %j as the compiler does", (text) => {
  const expected = { undefined: "javascript", true: undefined, false: "no-check" }[String(read(text))];
  expect(why("a.js", text)).toBe(expected);
});
