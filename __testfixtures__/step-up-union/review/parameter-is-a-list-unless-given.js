import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

// A parameter that is a list where the caller gives none: what the field holds is no text.

export class ByDefault {
  constructor(url, provider, { scope = [] } = {}) {
    this.url = url;
    this.provider = provider;
    this.scope = scope;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review scope-collection
    await auth(this.provider, { serverUrl: this.url, scope: String(this.scope) });
  }
}

export class ByUse {
  constructor(url, provider, { scope } = {}) {
    this.url = url;
    this.provider = provider;
    this.scope = scope;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: [].concat(this.scope).join(" ") });
  }
}
