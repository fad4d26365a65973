import { helperLines } from "../edit/helper-text.ts";
import { HELPER_NAME } from "../model/options.ts";

/** How a vendored helper is written. */
export interface VendoredForm {
  readonly typescript: boolean;
  /** How a JavaScript file exports; TypeScript always writes `export`. */
  readonly kind: "esm" | "commonjs";
  readonly eol: string;
}

/** The text of a vendored helper: a module that exports it as `unionScopes`, and nothing else. */
export function vendoredText({ typescript, kind, eol }: VendoredForm): string {
  const helper = helperLines({
    typescript,
    name: HELPER_NAME,
    indent: "  ",
    eol,
    quote: "'",
    semicolons: true,
    compact: false,
  });
  const commonjs = kind === "commonjs" && !typescript;
  const lines = commonjs
    ? ["'use strict';", "", ...comment(typescript), ...helper, "", `exports.${HELPER_NAME} = ${HELPER_NAME};`]
    : [...comment(typescript), ...helper.map((line) => line.replace(/^function /, "export function "))];
  return lines.concat("").join(eol);
}

function comment(typescript: boolean): string[] {
  const type = (written: string) => (typescript ? "" : `{${written}} `);
  return [
    "/**",
    " * Joins the scopes of a step-up authorization request: what was granted, what was requested before, and what the",
    " * challenge names. A client that asks for the challenged scope alone loses the others (MCP SEP-2350).",
    " *",
    ` * @param ${type("...(string | undefined)")}scopes - space-delimited scope strings (RFC 6749 section 3.3)`,
    ` * @returns ${type("string | undefined")}each scope once, in first-seen order; undefined where there is none`,
    ...(typescript ? [" * (typed as a string where the last part is one, as a scope is never blank)"] : []),
    " */",
  ];
}

/** Whether the text of a module exports a function or a value as `unionScopes`. */
export function exportsUnionScopes(text: string): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  return (
    /\bexport\s+(?:function|const|let|var)\s+unionScopes\b/.test(code) ||
    /\bexport\s*\{(?:[^}]*[,\s])?unionScopes\s*[,}]/.test(code) ||
    /\bexports\.unionScopes\s*=/.test(code) ||
    /\bmodule\.exports\s*=\s*\{(?:[^}]*[,\s])?unionScopes\s*[,:}(]/.test(code)
  );
}
