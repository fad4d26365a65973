import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Field {
  /** @type {string[]} */
  scope;

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection
      await auth(this.provider, { serverUrl: this.url, scope: String(this.scope) });
    }
  }
}

export class Assignment {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    /** @type {Set<string>} */
    this.scope = undefined;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection
      await auth(this.provider, { serverUrl: this.url, scope: String(this.scope) });
    }
  }
}
