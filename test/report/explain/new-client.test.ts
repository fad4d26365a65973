import { describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { explainAll } from "../../../src/report/explain/explain.ts";
import { plain } from "../../../src/rules/sentence.ts";

const PROVIDED = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });";
const BY_HAND = 'await ask("https://id.example/authorize?" + new URLSearchParams({ scope: this.scope }));';

/** What is said of a client that has asked for nothing yet, by how its field is made. */
function saidOf(field: string, maker: string, asking: string, value = "scope"): string[] {
  const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { ask } from "./oauth.js";
const FIRST = "seats:list";
export class Client {
  ${field}
  constructor(provider, url, given) { this.provider = provider; this.url = url; ${maker} }
  async send(isRetried = false) {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope" && scope && !isRetried) {
      this.scope = ${value};
      ${asking}
      return this.send(true);
    }
    return response;
  }
}
`;
  const { sites } = analyze(source, "client.mjs");
  const [explained, ...others] = explainAll([{ file: "client.mjs", source, sites }]);
  if (!explained || others.length > 0) throw new Error("There is one site.");
  return explained.limits.map(plain).filter((each) => each.includes("challenged scope alone"));
}

describe("that a client still asks for the challenged scope alone", () => {
  test.each([
    ["its field has one", 'scope = "seats:list";', "", "scope"],
    ["its constructor gives it one", "", 'this.scope = "seats:list";', "scope"],
    ["a constant is one", "scope = FIRST;", "", "scope"],
    ["it has a default", "", 'this.scope = given ?? "seats:list";', "scope"],
    ["its list has one", 'scope = ["seats:list"];', "", 'scope.split(" ")'],
    ["its Set has one", 'scope = new Set(["seats:list"]);', "", 'new Set(scope.split(" "))'],
  ])("is not said where %s", (_, field, maker, value) => {
    const asking =
      value === "scope" ? PROVIDED : PROVIDED.replace("scope: this.scope", 'scope: [...this.scope].join(" ")');
    expect(saidOf(field, maker, asking, value)).toEqual([]);
    if (value === "scope") expect(saidOf(field, maker, BY_HAND)).toEqual([]);
  });

  test.each([
    ["nothing", "scope;", ""],
    ["an empty text", 'scope = "";', ""],
    ["what is not seen", "", "this.scope = given;"],
  ])("is said of one that begins with %s, as far as it has none", (_, field, maker) => {
    expect(saidOf(field, maker, PROVIDED)).toEqual([
      "A client that holds no scope yet, and whose token response named none, still asks for the challenged scope alone.",
    ]);
    expect(saidOf(field, maker, BY_HAND)).toEqual([
      "As long as `this.scope` is empty, the client still asks for the challenged scope alone.",
    ]);
  });
});
