import { describe, expect, it } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { ordered, splice } from "../../src/edit/splice.ts";

const IMPORT = 'import { auth, extractWWWAuthenticateParams } from "./auth.js";';

/** A handler of one line, after which the authorization call takes the field. */
const handler = (statement: string, request: string) => `${IMPORT}

export class Client {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.provider) {
      ${statement}
      await auth(this.provider, { serverUrl: this.url, scope: ${request} });
    }
  }
}
`;

/** The rule of the only site in review, and the text once its suggestion is applied. */
function suggested(source: string): { rule: string; text: string } {
  const [site, ...others] = analyze(source, "client.mjs").sites.filter(({ verdict }) => verdict === "review");
  if (!site || others.length > 0) throw new Error("There is one site in review.");
  return { rule: site.rule, text: splice(source, ordered(site.edits ?? [])) };
}

describe("what is suggested for a site in review", () => {
  it.each([
    {
      shape: "an array",
      rule: "scope-collection",
      statement: 'this.scopes = scope.split(" ");',
      request: 'this.scopes.join(" ")',
      change:
        'this.scopes = Array.from(new Set([...(tokens?.scope?.split(" ") ?? []), ...(this.scopes ?? []), ...scope.split(" ")]));',
    },
    {
      shape: "a Set",
      rule: "scope-collection",
      statement: 'this.scopes = new Set(scope.split(" "));',
      request: '[...this.scopes].join(" ")',
      change:
        'this.scopes = new Set([...(tokens?.scope?.split(" ") ?? []), ...(this.scopes ?? []), ...new Set(scope.split(" "))]);',
    },
    {
      shape: "a precedence chain",
      rule: "scope-precedence",
      statement: "this.scope = scope ?? this.options.scope;",
      request: "this.scope",
      change: "this.scope = (scope ? unionScopes(tokens?.scope, this.scope, scope) : scope) ?? this.options.scope;",
    },
    {
      shape: "a chain that keeps what it has before it takes a default",
      rule: "scope-precedence",
      statement: "this.scope = scope || this.scope || this.options.scope;",
      request: "this.scope",
      change:
        "this.scope = (scope ? unionScopes(tokens?.scope, this.scope, scope) : scope) || this.scope || this.options.scope;",
    },
    {
      shape: "a condition",
      rule: "scope-precedence",
      statement: "this.scope = scope ? scope : this.options.scope;",
      request: "this.scope",
      change: "this.scope = scope ? unionScopes(tokens?.scope, this.scope, scope) : this.options.scope;",
    },
  ])("joins $shape", ({ rule, statement, request, change }) => {
    const suggestion = suggested(handler(statement, request));
    expect(suggestion.rule).toBe(rule);
    expect(suggestion.text).toBe(handler(`const tokens = await this.provider.tokens();\n      ${change}`, request));
  });

  it("is a union, once applied", () => {
    const source = handler('this.scopes = scope.split(" ");', 'this.scopes.join(" ")');
    const again = analyze(suggested(source).text, "client.mjs").sites.map(({ rule }) => rule);
    expect(again).toEqual(["union-kept"]);
  });

  it.each([
    ["others come before the challenged scope", "this.scope = this.options.scope ?? scope;"],
    [
      "the challenge may name its scope in two ways",
      "this.scope = scope ?? challenge.required_scope ?? this.options.scope;",
    ],
  ])("is nothing where %s", (_, statement) => {
    const named = statement.includes("challenge.") ? "const challenge = extractWWWAuthenticateParams(response);\n" : "";
    const sites = analyze(handler(named + statement, "this.scope"), "client.mjs").sites;
    expect(sites.map(({ reasons }) => reasons.doubt)).toContain("precedence");
    expect(sites.flatMap(({ edits = [] }) => edits)).toEqual([]);
  });

  it.each([
    [undefined, "read", "configured"],
    [undefined, undefined, "configured"],
    ["admin", "read", "read admin"],
    ["admin", undefined, "admin"],
  ])("of a chain leaves its other choices for a challenge without a scope: %s, having %s", (scope, granted, asked) => {
    const statement = "this.scope = scope ?? this.options.scope;";
    const { text } = suggested(handler(statement, "this.scope"));
    const line = /this\.scope = (.*);/.exec(text)?.[1];
    const union = (...all: (string | undefined)[]) => all.filter(Boolean).join(" ") || undefined;
    const ask = new Function("scope", "tokens", "unionScopes", `return ${line}`);
    expect(ask.call({ options: { scope: "configured" } }, scope, { scope: granted }, union)).toBe(asked);
  });

  it("is nothing where a union is computed and then discarded: what was meant is not known", () => {
    const source = handler("this.scope = scope || [this.scope, scope].join(' ');", "this.scope");
    const [site] = analyze(source, "client.mjs").sites;
    expect(site?.reasons.doubt).toBe("discarded-union");
    expect(site?.edits).toBeUndefined();
  });
});
