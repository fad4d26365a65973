import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class MadeClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const parts = new Map([["scope", this.scope]]);
      parts.set("scope", scope);
      this.scope = [...parts.values()].join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class SetClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const parts = new Map();
      parts.set("scope", this.scope);
      parts.set("scope", scope);
      this.scope = [...parts.values()].join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class UnknownKeysClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const parts = new Map(Object.entries({ scope: this.scope }));
      parts.set("scope", scope);
      this.scope = [...parts.values()].join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
