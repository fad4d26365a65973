import { parseExpression } from "@babel/parser";
import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { normalForm } from "../../src/judge/normal-form.ts";
import type { SiteIdentity } from "../../src/model/site.ts";

/** A handler whose one site is the given statement. */
const handling = (statement: string): string => `
import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
class Client {
  scope?: string;
  async onForbidden(response, { error, scope }) {
    if (response.status !== 403 || error !== "insufficient_scope") return;
    ${statement}
    await auth(this.provider, { scope: this.scope, serverUrl: this.url });
  }
}`;

/** A site in surroundings of the caller's making. */
const SITE = 'if (challenge.error === "insufficient_scope") this.scope = challenge.scope;';

function identities(source: string, path = "a.ts"): SiteIdentity[] {
  const { sites } = analyze(source, path);
  expect(sites.length, source).toBeGreaterThan(0);
  return sites.map(({ identity }) => identity);
}

const codesOf = (statement: string, path?: string) => identities(handling(statement), path).map(({ code }) => code);

describe("the code of a site is the same", () => {
  test.each([
    ["white space", "this.scope=scope", "this\n  .scope =\n\t\tscope"],
    ["comments", "this.scope = scope", "this./* the */scope = // one\n scope"],
    ["parentheses", "this.scope = scope || undefined", "((this.scope) = ((scope) || (undefined)))"],
    ["semicolons", "this.scope = scope;", "this.scope = scope\n;;"],
    ["braces around it", "if (scope) this.scope = scope", "if (scope) { this.scope = scope }"],
    ["quotes", 'this["scope"] = scope', "this['scope'] = scope"],
    ["a quoted name", "this.scope = scope", 'this["scope"] = scope'],
    ["a template without holes", 'this.scope = scope ?? "read"', "this.scope = scope ?? `read`"],
    ["the spelling of a text", 'this.scope = scope ?? "é\\n"', "this.scope = scope ?? '\\u00e9\\x0a'"],
    ["the spelling of a number", "this.scopes[1000] = scope", "this.scopes[1_0_0_0] = scope"],
    ["another spelling of it", "this.scopes[255] = scope", "this.scopes[0xFF] = scope"],
    ["casts", "this.scope = scope", "(this as Client).scope = (scope! as string) satisfies string"],
    ["a line ending in a text", "this.scope = scope ?? `a\n`", "this.scope = scope ?? `a\r\n`"],
  ])("whatever the %s", (_, one, other) => {
    expect(codesOf(other)).toEqual(codesOf(one));
  });

  test.each([
    ["a trailing comma", "await auth(this.provider, { scope })", "await auth(this.provider, { scope, },)"],
    ["shorthand", "await auth(this.provider, { scope })", "await auth(this.provider, { 'scope': scope })"],
    ["another property", "await auth(this.provider, { scope })", "await auth(this.provider, { serverUrl: 1, scope })"],
    ["the other arguments", "await auth(this.provider, { scope })", "await auth(this.fallback, { scope }, fetch)"],
  ])("whatever becomes of %s", (_, one, other) => {
    expect(codesOf(other)).toEqual(codesOf(one));
  });
});

describe("the code of a site is another one", () => {
  test.each([
    ["another sink", "this.scope = scope", "this.scopes = scope"],
    ["a private name", "this.scope = scope", "this.#scope = scope"],
    ["another value", "this.scope = scope", "this.scope = response.scope ?? scope"],
    ["another order of the operands", "this.scope = scope || this.a", "this.scope = this.a || scope"],
    ["another text", 'this.scope = scope ?? "read"', 'this.scope = scope ?? "read "'],
    ["a name for a text", "this.scope = scope ?? read", 'this.scope = scope ?? "read"'],
    ["another operator", "this.scope = scope || read", "this.scope = scope ?? read"],
    ["another call", "await auth(this.provider, { scope })", "await this.login(this.provider, { scope })"],
    ["another property", "await auth(this.provider, { scope })", "await auth(this.provider, { a: { scope } })"],
  ])("with %s", (_, one, other) => {
    expect(codesOf(other)).not.toEqual(codesOf(one));
  });
});

describe("two expressions have another normal form that differ", () => {
  test.each([
    ["in what an operator joins", "(a ?? b)?.c.d", "a ?? b?.c.d"],
    ["in where an optional chain ends", "(a?.b).c", "a?.b.c"],
    ["in what is called", "new (a().b)()", "new a().b()"],
    ["in the order of operators", "a - (b - c)", "a - b - c"],
    ["in two signs", "- -a", "--a"],
    ["in a hole", `\`\${a}\${b}\``, `\`\${a}\\\${b}\``],
    ["in what ends a text", `\`\${a}\` + \`\${b}\``, `\`\${a}\\\` + \\\`\${b}\``],
    ["in calling what may be missing", "a?.()", "a()"],
    ["in a tag", "a`b`", "a(`b`)"],
    ["in a hole of an array", "[a, , b]", "[a, b]"],
    ["in spreading", "f(...a)", "f(a)"],
    ["in computing a key", "({ [a]: b })", "({ a: b })"],
    ["in a flag", "/a/gi", "/a/g"],
    ["in a function's body", "() => { a; b }", "() => { b; a }"],
    ["in what a function takes", "(a) => c", "(a, b) => c"],
    ["in being asynchronous", "async () => a", "() => a"],
    ["in the kind of a number", "1n", "1"],
    ["in a name and a text", "a", "'a'"],
  ])("%s", (_, one, other) => {
    expect(normalForm(parseExpression(other))).not.toBe(normalForm(parseExpression(one)));
  });

  test.each([
    ["the flags' order", "/a/gi", "/a/ig"],
    ["empty brackets", "new A", "new A()"],
    ["a function's formatting", "a(async x => { b(x); })", "a(\nasync (x,) => {\n  b( (x) ) ;;\n},\n)"],
    ["a key's quotes", "({ 'a': 1, 'b-c': 2, 3: 4 })", '({ a: 1, "b-c": 2, "3": 4 })'],
    ["how a large number is written", "0x10n", "16n"],
  ])("but not for %s", (_, one, other) => {
    expect(normalForm(parseExpression(other))).toBe(normalForm(parseExpression(one)));
  });
});

test("the code is one line, however long the value", () => {
  const [code = ""] = codesOf(`this.scope = scope ?? [${"'read',\n".repeat(10_000)}].join(" ")`);
  expect(code).toMatch(/^this\.scope = .*…/);
  expect(code.length).toBeLessThan(10_000);
  expect(code).not.toContain("\n");
});

test("a value nested very deeply is cut", () => {
  const [code = ""] = codesOf(`this.scope = scope ?? ${'"read" + '.repeat(300)} "write"`);
  expect(code).toContain("…");
});

describe("the symbols around a site are", () => {
  test.each([
    ["a class and a method", `class A { b(challenge) { ${SITE} } }`, ["A", "b"]],
    ["a class with a name of its own", `const A = class B { c(challenge) { ${SITE} } }`, ["B", "c"]],
    ["a class that a variable holds", `const A = class { c(challenge) { ${SITE} } }`, ["A", "c"]],
    ["a static method", `class A { static b(challenge) { ${SITE} } }`, ["A", "static b"]],
    ["a private method", `class A { #b(challenge) { ${SITE} } }`, ["A", "#b"]],
    ["a getter", `class A { get b() { const challenge = read(); ${SITE} } }`, ["A", "get b"]],
    ["a static setter", `class A { static set b(challenge) { ${SITE} } }`, ["A", "static set b"]],
    ["a static block", `class A { static { const challenge = read(); ${SITE} } }`, ["A", "static"]],
    ["a constructor", `class A { constructor(challenge) { ${SITE} } }`, ["A", "constructor"]],
    ["a quoted method", `class A { "b c"(challenge) { ${SITE} } }`, ["A", "b c"]],
    ["a computed method", `class A { [Symbol . iterator](challenge) { ${SITE} } }`, ["A", "[Symbol.iterator]"]],
    ["a property that holds a function", `class A { b = (challenge) => { ${SITE} } }`, ["A", "b"]],
    ["functions in functions", `function a() { function b(challenge) { ${SITE} } }`, ["a", "b"]],
    ["a variable that holds a function", `const a = async (challenge) => { ${SITE} }`, ["a"]],
    ["a variable that holds a wrapped one", `const a = useCallback((challenge) => { ${SITE} }, [])`, ["a"]],
    ["members of object literals", `const a = { b: { c(challenge) { ${SITE} } } }`, ["a", "b", "c"]],
    ["the left side of an assignment", `A . prototype["b"] = function (challenge) { ${SITE} }`, ["A.prototype.b"]],
    ["a namespace", `namespace A { function b(challenge) { ${SITE} } }`, ["A", "b"]],
    ["a default export without a name", `export default function (challenge) { ${SITE} }`, ["default"]],
    ["a default export with one", `export default function a(challenge) { ${SITE} }`, ["a"]],
    ["members of a default export", `export default { a(challenge) { ${SITE} } }`, ["default", "a"]],
    ["without functions that have no name", `function a() { b.catch((challenge) => { ${SITE} }) }`, ["a"]],
    ["none in a module's own code", `const challenge = read(); ${SITE}`, []],
    ["without variables that hold no function", `function a() { const c = read(), challenge = c; ${SITE} }`, ["a"]],
    [
      "names that objects have of themselves",
      `class __proto__ { constructor(challenge) { ${SITE} } }`,
      ["__proto__", "constructor"],
    ],
  ])("%s", (_, source, symbols) => {
    const { sites } = analyze(`import { auth } from "@modelcontextprotocol/sdk/client/auth.js";\n${source}\n`, "a.ts");
    expect(sites.map(({ identity }) => identity.symbols)).toEqual([symbols]);
  });
});
