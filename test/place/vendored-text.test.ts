import { describe, expect, test } from "vitest";
import { mayHoldSite } from "../../src/parse/text-test.ts";
import { exportsUnionScopes, type VendoredForm, vendoredText } from "../../src/place/vendored-text.ts";
import { diagnosticsOf } from "../strict-compiler.ts";
import { tempProject } from "../temp-project.ts";
import { PLAIN } from "./plain-style.ts";

const TYPESCRIPT: VendoredForm = { typescript: true, kind: "esm", style: PLAIN };
const MODULE: VendoredForm = { typescript: false, kind: "esm", style: PLAIN };
const COMMONJS: VendoredForm = { typescript: false, kind: "commonjs", style: PLAIN };
const FORMS: readonly (readonly [string, VendoredForm])[] = [
  ["TypeScript", TYPESCRIPT],
  ["an ES module", MODULE],
  ["CommonJS", COMMONJS],
];

describe("the vendored helper", () => {
  test("as TypeScript", () => {
    expect(vendoredText(TYPESCRIPT)).toBe(`/**
 * Joins the scopes of a step-up authorization request: what was granted, what was requested before, and what the
 * challenge names. A client that asks for the challenged scope alone loses the others (MCP SEP-2350).
 *
 * @param scopes - space-delimited scope strings (RFC 6749 section 3.3)
 * @returns each scope once, in first-seen order; undefined where there is none
 * (typed as a string where the last part is one, as a scope is never blank)
 */
export function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
export function unionScopes(...scopes: Array<string | undefined>): string | undefined;
export function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(' ').split(/\\s+/);
  const union = tokens.filter((token, index) => token !== '' && tokens.indexOf(token) === index);
  return union.join(' ') || undefined;
}
`);
  });

  test("as CommonJS", () => {
    expect(vendoredText(COMMONJS)).toBe(`'use strict';

/**
 * Joins the scopes of a step-up authorization request: what was granted, what was requested before, and what the
 * challenge names. A client that asks for the challenged scope alone loses the others (MCP SEP-2350).
 *
 * @param {...(string | undefined)} scopes - space-delimited scope strings (RFC 6749 section 3.3)
 * @returns {string | undefined} each scope once, in first-seen order; undefined where there is none
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(' ').split(/\\s+/);
  const union = tokens.filter((token, index) => token !== '' && tokens.indexOf(token) === index);
  return union.join(' ') || undefined;
}

exports.unionScopes = unionScopes;
`);
  });

  test("with the importing file's line endings", () => {
    expect(vendoredText({ ...COMMONJS, style: { ...PLAIN, eol: "\r\n" } })).toBe(
      vendoredText(COMMONJS).replaceAll("\n", "\r\n"),
    );
  });

  test.each(["ts", "mts", "js", "mjs"])("compiles under every strict flag as .%s", (extension) => {
    const form = { ...MODULE, typescript: extension.endsWith("ts") };
    expect(diagnosticsOf(`union-scopes.${extension}`, vendoredText(form))).toEqual([]);
  });

  test("compiles under every strict flag as .cjs", () => {
    expect(diagnosticsOf("union-scopes.cjs", vendoredText(COMMONJS))).toEqual([]);
  });

  test.each([
    ["union-scopes.mjs", MODULE],
    ["union-scopes.cjs", COMMONJS],
  ] as const)("%s is loaded by Node with its export by name", async (name, form) => {
    const project = tempProject({ [name]: vendoredText(form) });
    const module: { unionScopes: (...scopes: string[]) => string } = await import(project.path(name));
    expect(module.unionScopes("read write", "write admin")).toBe("read write admin");
  });

  test.each(FORMS)("as %s is not itself taken for a step-up handler", (_, form) => {
    expect(mayHoldSite(vendoredText(form))).toBe(false);
  });

  test.each(FORMS)("as %s is recognised", (_, form) => {
    expect(exportsUnionScopes(vendoredText(form))).toBe(true);
  });
});

describe("a file in the vendored helper's place", () => {
  test.each([
    "export const unionScopes = (...scopes) => join(scopes)",
    "export { unionScopes } from './scopes'",
    "export {\n  a,\n  unionScopes,\n}",
    "export { join as unionScopes };",
    "Object.defineProperty(exports, '__esModule', { value: true });\nexports.unionScopes = unionScopes;",
    "module.exports = { unionScopes };",
    "module.exports = { a: 1, unionScopes: join };",
    "module.exports.unionScopes = function () {};",
  ])("exports unionScopes: %s", (text) => {
    expect(exportsUnionScopes(text)).toBe(true);
  });

  test.each([
    "",
    "function unionScopes() {}",
    "export const unionScopesOf = 1;",
    "export { unionScopes as join };",
    "export { notUnionScopes };",
    "// export function unionScopes() {}",
    "/*\nexport function unionScopes() {}\n*/",
    "export async function unionScopes() {}",
    "module.exports = unionScopes;",
    "import { unionScopes } from './scopes';",
  ])("does not export unionScopes: %s", (text) => {
    expect(exportsUnionScopes(text)).toBe(false);
  });
});
