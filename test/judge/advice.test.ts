import { describe, expect, it } from "vitest";
import { analyze } from "../../src/analyze.ts";

/** The advice about the refresh, where `auth` comes from a module. */
function refreshAdvice(
  module: string,
  handler = "this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope });",
): string | undefined {
  const source = `import { auth } from "${module}";
export class Client {
  async onForbidden({ error, scope }) {
    if (error === "insufficient_scope") {
      ${handler}
    }
  }
}
`;
  const [site] = analyze(source, "client.mjs").sites;
  return site?.advice.find(({ rule }) => rule === "refresh-cannot-widen")?.message;
}

describe("the advice refresh-cannot-widen", () => {
  it("shows the form of version 2, which can force a fresh authorization", () => {
    expect(refreshAdvice("@modelcontextprotocol/client")).toContain(
      "write `auth(this.provider, { …, forceReauthorization: isStrictScopeSuperset(this.scope, tokens?.scope) })`",
    );
  });

  it("shows it for the call as it stands", () => {
    const call = "await auth(this.session.oauth, { serverUrl: this.url, scope });";
    expect(refreshAdvice("@modelcontextprotocol/client", call)).toContain(
      "write `auth(this.session.oauth, { …, forceReauthorization: true })`",
    );
    const long = "await auth(this.connections.authorizationServers.current.provider, { serverUrl: this.url, scope });";
    expect(refreshAdvice("@modelcontextprotocol/client", long)).toContain(
      "write `auth(…, { …, forceReauthorization: true })",
    );
  });

  it("says that version 1 can't", () => {
    expect(refreshAdvice("@modelcontextprotocol/sdk/client/auth.js")).toContain("drop that token first");
    expect(refreshAdvice("@modelcontextprotocol/sdk/client/auth.js")).not.toContain("forceReauthorization");
  });

  it("names both ways where the module is not known", () => {
    expect(refreshAdvice("./auth.js")).toMatch(
      /drop that token first, or write `auth\(this\.provider, \{ …, forceReauthorization: true \}\)` if it takes that/,
    );
  });
});

/** The advice where `auth` is a function of the file. */
function adviceOfOwn(body: string, imports = ""): string | undefined {
  const source = `${imports}
async function auth(provider, { serverUrl, scope }) {
  ${body}
}
export class Client {
  async onForbidden({ error, scope }) {
    if (error === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
  const [site] = analyze(source, "client.mjs").sites;
  expect(site).toBeDefined();
  return site?.advice.find(({ rule }) => rule === "refresh-cannot-widen")?.message;
}

describe("the advice refresh-cannot-widen, of an authorization of the file's own,", () => {
  const asks = "await provider.redirect(new URL(`/authorize?scope=${scope}`, serverUrl));";

  it("is none where nothing refreshes, whatever a comment says", () => {
    expect(adviceOfOwn(asks)).toBeUndefined();
    expect(adviceOfOwn(`// Never refreshes.\n  ${asks}`)).toBeUndefined();
  });

  it("stands where the file speaks of a refresh, or the function calls another file", () => {
    expect(adviceOfOwn(`if ((await provider.tokens())?.refresh_token) return "REFRESHED";\n  ${asks}`)).toBeDefined();
    expect(adviceOfOwn("return run(provider, serverUrl, scope);", 'import { run } from "./run.mjs";')).toBeDefined();
  });

  it("names the method that the code has", () => {
    const source = `export class Client {
  async onForbidden({ error, scope }) {
    if (error === "insufficient_scope") {
      this.scope = scope;
      await this.auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
    const [site] = analyze(source, "client.mjs").sites;
    expect(site?.advice.map(({ message }) => message).join()).toContain("`this.auth(this.provider, {");
  });
});

describe("the advice refresh-cannot-widen stands", () => {
  const SDK = "@modelcontextprotocol/sdk/client/auth.js";
  const asks = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });";

  it("beside a list of scopes, which is joined where it is asked for", () => {
    const asksAll = (scope: string) => `await auth(this.provider, { serverUrl: this.url, scope: ${scope} });`;
    expect(
      refreshAdvice(SDK, `this.all = new Set(scope.split(" ")); ${asksAll('[...this.all].join(" ")')}`),
    ).toBeDefined();
    expect(refreshAdvice(SDK, `this.all = scope.split(" "); ${asksAll('this.all.join(" ")')}`)).toBeDefined();
    expect(refreshAdvice(SDK, `this.all = scope.split(" "); ${asksAll('this.others.join(" ")')}`)).toBeUndefined();
  });

  it.each([
    ['if (response.status === 401) await this.provider.invalidateCredentials("tokens");', true],
    ['if (response.status === 403) await this.provider.invalidateCredentials("tokens");', false],
    ['await this.provider.invalidateCredentials("tokens");', false],
    ['await this.provider.invalidateCredentials?.("tokens");', false],
  ])("where the tokens are dropped on another answer alone: %s", (dropping, stands) => {
    const source = `import { auth, extractWWWAuthenticateParams } from "${SDK}";
export class Client {
  async send(message) {
    const response = await fetch(this.url, message);
    if (response.status === 401 || response.status === 403) {
      ${dropping}
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`;
    const [site] = analyze(source, "client.mjs").sites;
    expect(site?.reasons.doubt).toBe("shared-handler");
    expect(site?.advice.some(({ rule }) => rule === "refresh-cannot-widen")).toBe(stands);
  });

  it("beside a review, with a change and without, and beside a union", () => {
    expect(refreshAdvice(SDK, `if (this.scope === scope) return; this.scope = scope; ${asks}`)).toBeDefined();
    expect(refreshAdvice(SDK, `this.scope = scope ?? this.scope; ${asks}`)).toBeDefined();
    expect(refreshAdvice(SDK, `this.scope = [this.scope, scope].join(" "); ${asks}`)).toBeDefined();
  });

  it("not where the tokens are dropped before, nor where a refresh can be kept away", () => {
    const drops = 'await this.provider.invalidateCredentials("tokens");';
    expect(refreshAdvice(SDK, `${drops} this.scope = scope; ${asks}`)).toBeUndefined();
    const forced = asks.replace("serverUrl", "forceReauthorization: true, serverUrl");
    expect(refreshAdvice(SDK, `this.scope = [this.scope, scope].join(" "); ${forced}`)).toBeUndefined();
  });
});

describe("the advice scope-may-be-missing", () => {
  const of = (value: string) =>
    analyze(
      `import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  async onForbidden(challenge) {
    if (challenge.error === "insufficient_scope") {
      this.scope = ${value};
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`,
      "client.mjs",
    ).sites[0]?.advice.find(({ rule }) => rule === "scope-may-be-missing")?.message;

  it("gives the code that asks for what is asked for today, in the site's own names", () => {
    expect(of("challenge.scope")).toMatch(/write `challenge\.scope \? unionScopes\(…\) : undefined`$/);
  });

  it("stands beside a review that has a change, and names the scope as the line does", () => {
    const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  async send(response) {
    if (response.status === 403) await this.#ask(extractWWWAuthenticateParams(response).scope);
  }
  async #ask(wanted) {
    this.scope = wanted;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
`;
    const [site] = analyze(source, "client.mjs").sites;
    expect([site?.verdict, site?.reasons.doubt, site?.reasons.challenged.text]).toEqual([
      "review",
      "status-only",
      "wanted",
    ]);
    expect(site?.message).toContain("`this.scope` gets the challenged scope `wanted`");
    expect(site?.advice.find(({ rule }) => rule === "scope-may-be-missing")?.message).toMatch(
      /write `wanted \? unionScopes\(…\) : undefined`$/,
    );
  });

  it("stands beside a suggestion of which it is not seen who asks for it, too", () => {
    const source = `export class Session {
  onRefused({ error, scope }) {
    if (error === "insufficient_scope") this.requestedScope = scope;
  }
}
`;
    const [site] = analyze(source, "session.mjs").sites;
    expect([site?.reasons.doubt, site?.advice.map(({ rule }) => rule)]).toEqual([
      "unknown-sink",
      ["granted-scope-unknown", "scope-may-be-missing"],
    ]);
  });

  it("gives none where the value is more than a name", () => {
    expect(of("challenge?.scope?.trim()")).toMatch(/ is there$/);
  });
});
