import { expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { explain } from "../../../src/report/explain/explain.ts";
import { plain } from "../../../src/rules/sentence.ts";

/** The page of the 401 of a client, under `--on-401=union`. */
function pageOf(unauthorized: string) {
  const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  async send(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 401) {
      ${unauthorized}
      return later(this);
    }
    if (error === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
  const site = analyze(source, "client.mjs", { on401: "union" }).sites.find(({ line }) => line === 6);
  if (!site) throw new Error("no site");
  const { limits, page } = explain(site, source, "client.mjs");
  return { limits: limits.map(plain), kinds: page.map(({ kind }) => kind) };
}

const UNSEEN =
  "It is not seen that a request after this 401 asks for `this.scope`: where none does, the union changes nothing there.";

test("of a 401 behind which nobody asks for the field, nothing is promised", () => {
  const { limits, kinds } = pageOf("this.scope = scope; await this.other.onUnauthorized({ response });");
  expect(limits).toContain(UNSEEN);
  expect(kinds).not.toContain("example");
});

test("of one that asks itself, nothing is held back", () => {
  const asks = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });";
  for (const code of [`this.scope = scope; ${asks}`, `if (scope) { this.scope = scope; } ${asks}`]) {
    const { limits } = pageOf(code);
    expect(limits).not.toContain(UNSEEN);
  }
});
