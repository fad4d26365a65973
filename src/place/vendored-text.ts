import { helperLines } from "../edit/helper-text.ts";
import { HELPER_NAME } from "../model/options.ts";
import type { FileStyle } from "./style-of-new-file.ts";

/** How a vendored helper is written. */
export interface VendoredForm {
  readonly typescript: boolean;
  /** How a JavaScript file exports; TypeScript always writes `export`. */
  readonly kind: "esm" | "commonjs";
  readonly style: FileStyle;
}

/** The text of a vendored helper: a module that exports it as `unionScopes`, and nothing else. */
export function vendoredText({ typescript, kind, style }: VendoredForm): string {
  const { eol, quote, semicolons } = style;
  const commonjs = kind === "commonjs" && !typescript;
  const helper = helperLines({ ...style, typescript, name: HELPER_NAME, exported: !commonjs, compact: false });
  const end = semicolons ? ";" : "";
  const lines = commonjs
    ? [
        `${quote}use strict${quote}${end}`,
        "",
        ...comment(typescript),
        ...helper,
        "",
        `exports.${HELPER_NAME} = ${HELPER_NAME}${end}`,
      ]
    : [...comment(typescript), ...helper];
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
  const code = withoutComments(text);
  return (
    /\bexport\s+(?:function|const|let|var)\s+unionScopes\b/.test(code) ||
    /\bexport\s*\{(?:[^{}]*[,\s])?unionScopes\s*[,}]/.test(code) ||
    /\bexports\.unionScopes\s*=/.test(code) ||
    /\bmodule\.exports\s*=\s*\{(?:[^{}]*[,\s])?unionScopes\s*[,:}(]/.test(code)
  );
}

/** A text without what looks like a comment; one that does not end is none. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  const mark = /\/[/*]/g;
  const lastEnd = text.lastIndexOf("*/");
  let from = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const start = found.index + 2;
    const isBlock = found[0] === "/*";
    mark.lastIndex = found.index + 1;
    if (isBlock && lastEnd < start) continue;
    kept.push(text.slice(from, found.index));
    const end = isBlock ? text.indexOf("*/", start) + 2 : text.indexOf("\n", start);
    from = end < 0 ? text.length : end;
    mark.lastIndex = from;
  }
  return kept.join("") + text.slice(from);
}
