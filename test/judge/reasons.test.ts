import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import type { Excerpt, Reasons } from "../../src/model/site.ts";

const SDK = new URL("../../node_modules/@modelcontextprotocol/sdk/dist/esm/client/streamableHttp.js", import.meta.url);

function reasonsOf(source: string, path = "client.mjs", options = {}): Reasons {
  const [site] = analyze(source, path, options).sites;
  if (!site) throw new Error("no site");
  return site.reasons;
}

const at = (excerpt: Excerpt | undefined) => excerpt && `${excerpt.line}: ${excerpt.text.replace(/\s+/g, " ")}`;

/** A step-up handler, with `before` ahead of the assignment and `behind` after it. */
const handler = (before: string, behind = "", more = "") => `class Client {
  async send(response) {
    const { error, scope } = parse(response);
    if (error === "insufficient_scope") {
      ${before}
      this._scope = scope;
      ${behind}
      await auth(this.provider, { serverUrl: this.url, scope: this._scope });
    }
    ${more}
  }
}`;

describe("the published SDK", () => {
  const reasons = reasonsOf(readFileSync(SDK, "utf8"), "streamableHttp.js");

  test("names the way of the challenged scope, from the response on", () => {
    expect(reasons.challengedFrom?.map(({ text }) => text)).toEqual([
      "response = await fetchWithinOrigin(this._fetch ?? fetch)(this._url, init)",
      "{ resourceMetadataUrl, scope, error } = extractWWWAuthenticateParams(response)",
    ]);
  });

  test("names the authorization calls, the same assignment on 401, and the retry limit", () => {
    expect(reasons.authorization?.map(({ callee, isSdk }) => ({ callee, isSdk }))).toContainEqual({
      callee: "auth",
      isSdk: true,
    });
    expect(reasons.unauthorized?.map(({ text }) => text)).toEqual(["this._scope = scope"]);
    expect(reasons.retryLimit?.test.text).toBe("this._lastUpscopingHeader === wwwAuthHeader");
    expect(reasons.retryLimit?.mark?.text).toBe("this._lastUpscopingHeader = wwwAuthHeader ?? undefined");
  });
});

describe("the way of the challenged scope", () => {
  const from = (source: string) => reasonsOf(source).challengedFrom?.map(at);

  test("goes over names and the bodies of responses", () => {
    const source = `async function call(provider) {
  const response = await fetch(provider.url);
  const body = await response.json();
  const challenge = parse(body);
  if (body.error !== "insufficient_scope") return;
  const wanted = challenge.scope;
  await auth(provider, { serverUrl: provider.url, scope: wanted });
}`;
    expect(from(source)).toEqual([
      "2: response = await fetch(provider.url)",
      "3: body = await response.json()",
      "4: challenge = parse(body)",
      "6: wanted = challenge.scope",
    ]);
  });

  test.each([
    ["const found = {};", "found[name] = value", "found.error", "found.scope"],
    ["const found = new Map();", "found.set(name, value)", 'found.get("error")', 'found.get("scope")'],
  ])("leads from what fills a record, not from the empty one: %s", (made, fill, error, scope) => {
    const source = `function f(response, provider) {
  const header = response.headers.get("www-authenticate");
  ${made}
  for (const [, name, value] of header.matchAll(/(\\w+)="([^"]*)"/g)) ${fill};
  if (${error} !== "insufficient_scope") return;
  provider.scope = ${scope};
  return auth(provider, { serverUrl: "https://a.example", scope: provider.scope });
}`;
    const way = from(source);
    expect(way).toContain(`4: ${fill}`);
    expect(way?.filter((each) => each?.startsWith("3:"))).toEqual([]);
  });

  test("ends at a parameter of which nothing more is known", () => {
    expect(from(handler(""))).toEqual(["2: response", "3: { error, scope } = parse(response)"]);
  });

  test("is short where the scope is read in the sink's own expression", () => {
    const source = `function f(e) { if (e.error === "insufficient_scope") this._scope = e.scope; return auth(p, { serverUrl: u, scope: this._scope }); }`;
    expect(from(source)).toEqual(["1: e"]);
  });
});

describe("the retry limit", () => {
  const limit = (source: string) => {
    const { retryLimit } = reasonsOf(source);
    return retryLimit && [at(retryLimit.test), at(retryLimit.mark)];
  };

  test("is a test of state and its mark", () => {
    expect(limit(handler("if (this.tried === scope) throw new Error();", "this.tried = scope;"))).toEqual([
      "5: this.tried === scope",
      "7: this.tried = scope",
    ]);
  });

  test("is a counter and its bound", () => {
    const source = handler("").replace("if (error", "for (let i = 0; i < 3; i++) if (error");
    expect(limit(source)).toEqual(["4: i < 3", undefined]);
  });

  test("is not a test that decides nothing, a status, or the sink itself", () => {
    expect(limit(handler("if (this.tried === scope) this.count(scope);", "this.tried = scope;"))).toBeUndefined();
    expect(limit(handler("if (response.status >= 500) throw new Error();"))).toBeUndefined();
    expect(limit(handler("if (this._scope === scope) throw new Error();"))).toBeUndefined();
    expect(limit(handler("if (this.tried === scope) throw new Error();"))).toBeUndefined();
  });
});

describe("the assignment on 401", () => {
  const same = "if (response.status === 401) { this._scope = scope; }";

  test("is named where it is left", () => {
    expect(reasonsOf(handler("", "", same)).unauthorized?.map(at)).toEqual(["10: this._scope = scope"]);
  });

  test("is not named where it is a site itself, writes another field, or is another class's", () => {
    expect(reasonsOf(handler("", "", same), "a.mjs", { on401: "union" }).unauthorized).toBeUndefined();
    expect(reasonsOf(handler("", "", same.replace("_scope", "_other"))).unauthorized).toBeUndefined();
    const other = `class Other { async send(response) { const { scope } = parse(response); ${same}
      await auth(this.provider, { serverUrl: this.url, scope: this._scope }); } }`;
    expect(reasonsOf(`${handler("")}\n${other}`).unauthorized).toBeUndefined();
  });
});

describe("the proof", () => {
  const proof = (source: string, options = {}) => reasonsOf(source, "a.mjs", options).proof;

  test("is a step-up, or a 401, where nothing else leads to the site", () => {
    expect(proof(handler(""))).toBe("step-up");
    const on401 = handler("").replace('error === "insufficient_scope"', "response.status === 401");
    expect(proof(`${on401} // not insufficient_scope`, { on401: "union" })).toBe("401");
  });

  test("is absent where the status alone is tested, for a union that is kept as well", () => {
    const status = handler("").replace('error === "insufficient_scope"', "response.status === 403");
    expect(proof(status)).toBeUndefined();
    expect(proof(status.replace("= scope;", "= join(this._scope, scope);"))).toBeUndefined();
  });
});

test("a call that hands the scope on is no authorization call", () => {
  const source = `async function f(response, onStepUpNeeded) {
  const { error, scope } = parse(response);
  if (error === "insufficient_scope") { onStepUpNeeded(scope); }
}`;
  expect(reasonsOf(source).authorization).toBeUndefined();
});

describe("a scope that leaves the handler", () => {
  const handedOn = (statement: string, more = "") =>
    reasonsOf(`${more}
export async function send(login, url) {
  const challenge = extractWWWAuthenticateParams(await fetch(url));
  if (challenge.error === "insufficient_scope") {
    ${statement}
    return fetch(url);
  }
}`);

  test("is named as a member where the challenge is handed on as a whole", () => {
    expect(handedOn("await login.recover(challenge);").joined).toBe("challenge.scope");
    expect(handedOn("await login.recover(challenge.scope);").joined).toBeUndefined();
  });

  test("has a receiver that is seen where the file declares it, keeps it or returns it", () => {
    const of = (statement: string, more?: string) => handedOn(statement, more).receiver;
    expect(of("await login.recover(challenge);")).toBeUndefined();
    expect(of("await login(new StepUp(challenge));", "class StepUp {}")).toBe("declared");
    expect(of("await login(new StepUp(challenge));", 'import { StepUp } from "./step-up.js";')).toBeUndefined();
    expect(of("return { scope: challenge.scope };")).toBe("caller");
    const asking = "export const ask = (id) => auth(provider, { scope: pending.get(id) });";
    expect(of("pending.set(url, challenge.scope);", `const pending = new Map();\n${asking}`)).toBe("kept");
  });
});
