import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class MadeClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const parts = new Map([["before", this.scope]]);
      parts.set("scope", scope);
      this.scope = [...parts.values()].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
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
      parts.set("before", this.scope);
      parts.set("scope", scope);
      this.scope = [...parts.values()].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class RecordClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const known = { before: undefined, other: undefined };
      known.before = this.scope;
      known.other = scope;
      this.scope = [known.before, known.other].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
