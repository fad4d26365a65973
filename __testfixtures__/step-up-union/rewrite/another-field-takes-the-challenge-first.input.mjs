import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class RememberingClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.last = scope;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }
}
