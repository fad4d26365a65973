import { transformSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HelperForm, helperFunction } from "../../src/edit/helper-text.ts";
import { diagnosticsOf } from "../strict-compiler.ts";

type UnionScopes = (...scopes: readonly (string | null | undefined)[]) => string | undefined;

const PLAIN: HelperForm = {
  typescript: false,
  name: "unionScopes",
  indent: "  ",
  eol: "\n",
  quote: "'",
  semicolons: true,
  compact: false,
};

const FORMS: readonly (readonly [string, HelperForm])[] = [
  ["JavaScript", PLAIN],
  ["TypeScript", { ...PLAIN, typescript: true }],
  ["compact JavaScript", { ...PLAIN, compact: true }],
  ["compact TypeScript", { ...PLAIN, typescript: true, compact: true }],
  ["JavaScript without semicolons", { ...PLAIN, semicolons: false, quote: '"', indent: "\t", eol: "\r\n" }],
  ["TypeScript without semicolons", { ...PLAIN, typescript: true, semicolons: false, quote: '"', eol: "\r\n" }],
];

/** What the types of the helper allow, and what not. */
const USES = `
export class Kept {
  scope?: string;
  keep(granted: string | undefined, scope: string): void {
    this.scope = unionScopes(granted, this.scope, scope);
  }
  mayBeNone(granted: string, scope: string | undefined): string | undefined {
    return unionScopes(granted, scope);
  }
  // @ts-expect-error: what is challenged may be missing, whatever was granted
  isSome(granted: string, scope: string | undefined): string { return unionScopes(granted, scope); }
  // @ts-expect-error: there is no part
  isNone(): string { return unionScopes(); }
  ofList(list: readonly (string | undefined)[]): string | undefined {
    return unionScopes(...list);
  }
}`;

function evaluated(form: HelperForm): UnionScopes {
  const text = helperFunction(form);
  const code = form.typescript ? transformSync(text, { loader: "ts", target: "es2015" }).code : text;
  return new Function(`"use strict"; ${code}\nreturn ${form.name};`)() as UnionScopes;
}

describe("the helper's text", () => {
  test("in TypeScript", () => {
    expect(helperFunction({ ...PLAIN, typescript: true })).toBe(
      [
        "/**",
        " * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.",
        " * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.",
        " */",
        "function unionScopes(...scopes: [...Array<string | undefined>, string]): string;",
        "function unionScopes(...scopes: Array<string | undefined>): string | undefined;",
        "function unionScopes(...scopes: Array<string | undefined>): string | undefined {",
        "  const tokens = scopes.join(' ').split(/\\s+/);",
        "  const union = tokens.filter((token, index) => token !== '' && tokens.indexOf(token) === index);",
        "  return union.join(' ') || undefined;",
        "}",
      ].join("\n"),
    );
  });

  test("in JavaScript, in another style and by another name", () => {
    const form = { ...PLAIN, name: "unionScopes_1", indent: "\t", eol: "\r\n", quote: '"', semicolons: false } as const;
    expect(helperFunction(form)).toBe(
      [
        "/**",
        " * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.",
        " *",
        " * @param {...(string | undefined)} scopes",
        " * @returns {string | undefined}",
        " */",
        "function unionScopes_1(...scopes) {",
        '\tconst tokens = scopes.join(" ").split(/\\s+/)',
        '\tconst union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index)',
        '\treturn union.join(" ") || undefined',
        "}",
      ].join("\r\n"),
    );
  });

  test("on one line", () => {
    expect(helperFunction({ ...PLAIN, compact: true, quote: '"' })).toBe(
      'function unionScopes(...s){return s.join(" ").split(/\\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(" ")||void 0}',
    );
  });

  /** Minified JavaScript is output, which nobody type-checks. */
  const checked = FORMS.filter(([, form]) => form.typescript || !form.compact);

  test.each(checked)("%s compiles under every strict flag and an ES2015 library", (_, form) => {
    const text = `${helperFunction(form)}\nexport { unionScopes };\n`;
    expect(diagnosticsOf(form.typescript ? "helper.ts" : "helper.js", text)).toEqual([]);
  });

  test.each(FORMS.filter(([, form]) => form.typescript))("%s types a union by its last part", (_, form) => {
    for (const extension of ["ts", "mts", "cts", "tsx"]) {
      expect(diagnosticsOf(`helper.${extension}`, `${USES}\n${helperFunction(form)}\n`)).toEqual([]);
    }
  });

  test("TypeScript compiles within a function of a script", () => {
    const form = { ...PLAIN, typescript: true };
    const script = `(() => {\n${helperFunction(form)}\nconst a: { scope?: string } = {};\na.scope = unionScopes(a.scope, "b");\n})();\n`;
    expect(diagnosticsOf("script.cts", script)).toEqual([]);
  });

  test("the strict compiler does complain", () => {
    expect(
      diagnosticsOf("helper.ts", "export function unionScopes(...scopes) { return scopes[0].length; }\n"),
    ).not.toEqual([]);
    expect(diagnosticsOf("helper.js", "export function unionScopes(...scopes) { return scopes; }\n")).not.toEqual([]);
  });
});

describe.each(FORMS)("the helper in %s", (_, form) => {
  const unionScopes = evaluated(form);

  test.each([
    [[], undefined],
    [[undefined], undefined],
    [[""], undefined],
    [[undefined, "", "   ", "\t\n"], undefined],
    [[null], undefined],
    [["read write"], "read write"],
    [["read write", "admin"], "read write admin"],
    [["admin", "read write"], "admin read write"],
    [["read write", "write admin"], "read write admin"],
    [["read write read"], "read write"],
    [["read   write", " admin "], "read write admin"],
    [["read\twrite\n", "\u00a0admin"], "read write admin"],
    [["repo", "repo:read"], "repo repo:read"],
    [["repo:read", "repo"], "repo:read repo"],
    [["Read", "read"], "Read read"],
    [[undefined, "read", undefined, "admin"], "read admin"],
    [["constructor __proto__", "toString"], "constructor __proto__ toString"],
  ] as const)("%j gives %j", (scopes, union) => {
    expect(unionScopes(...scopes)).toBe(union);
  });

  const token = fc.constantFrom("a", "b", "ab", "read", "repo:read", "0", "undefined", "null", "__proto__");
  const blank = fc.constantFrom(" ", "  ", "\t", "\n", "");
  const scope = fc
    .array(fc.tuple(token, fc.constantFrom(" ", "  ", "\t", "\r\n")))
    .chain((parts) => blank.map((before) => before + parts.map((part) => part.join("")).join("")));
  const scopes = fc.array(fc.option(scope, { nil: undefined }));

  test("holds each token once, in first-seen order", () => {
    fc.assert(
      fc.property(scopes, (given) => {
        const tokens = given.flatMap((one) => one?.match(/\S+/g) ?? []);
        expect(unionScopes(...given)).toBe(tokens.length === 0 ? undefined : [...new Set(tokens)].join(" "));
      }),
    );
  });

  test("can be taken in steps", () => {
    fc.assert(
      fc.property(scopes, scopes, (some, more) => {
        expect(unionScopes(unionScopes(...some), ...more)).toBe(unionScopes(...some, ...more));
        expect(unionScopes(...some, unionScopes(...some))).toBe(unionScopes(...some));
      }),
    );
  });
});
