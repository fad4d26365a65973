import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { METHODS } from "../../src/find/library/methods.ts";
import type { Keeps } from "../../src/find/library/row.ts";

/** For each way to keep something: what holds both scopes in the end, and what may not. */
const KINDS: Readonly<Record<Exclude<Keeps, "altered">, readonly [whole: string, part: string]>> = {
  all: ["[this.scope, scope].toSorted().join(' ')", "[scope].toSorted().concat(this.scope.slice(0, 0)).join(' ')"],
  joined: ["[this.scope].concat(scope).join(' ')", "[this.scope].slice(0, 0).concat(scope).join(' ')"],
  each: ["[this.scope, scope].map((each) => each.trim()).join(' ')", "[this.scope, scope].map(() => scope).join(' ')"],
  passing: [
    "[this.scope, scope].filter(Boolean).join(' ')",
    "[this.scope, scope].filter((each) => each === scope).join(' ')",
  ],
  gathered: [
    "[this.scope, scope].reduce((all, each) => all + ' ' + each)",
    "[this.scope, scope].reduce((all, each) => each)",
  ],
  unlimited: ["(this.scope + ' ' + scope).split(' ').join(' ')", "(this.scope + ' ' + scope).split(' ', 1).join(' ')"],
  replaced: ["(this.scope + ',' + scope).replace(/,/g, ' ')", "(this.scope + ' ' + scope).replace(this.scope, '')"],
  range: ["[this.scope, scope].slice(0).join(' ')", "[this.scope, scope].slice(1).join(' ')"],
  place: ["[this.scope + ' ' + scope].at(0)", "[this.scope, scope].at(1)"],
  one: ["this.scope + ' ' + scope", "[this.scope, scope].find((each) => each === scope)"],
  some: ["this.scope + ' ' + scope", "[this.scope, scope].toSpliced(0, 1).join(' ')"],
};

const rulesOf = (value: string) =>
  analyze(
    `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  async refused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = ${value};
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}`,
    "client.mjs",
  ).sites.map(({ rule }) => rule);

describe("the engine asks the library", () => {
  test("with a case for each way to keep something", () => {
    const kinds = new Set([...METHODS.values()].flatMap(({ keeps }) => keeps ?? []));
    kinds.delete("altered");
    expect([...kinds].toSorted()).toEqual(Object.keys(KINDS).toSorted());
  });

  test.each(Object.entries(KINDS))("%s", (_, [whole, part]) => {
    expect(rulesOf(whole)).toEqual(["union-kept"]);
    expect(rulesOf(part)).not.toContain("union-kept");
    expect(rulesOf(part)).toHaveLength(1);
  });
});
