import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Choosing {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.scope = error === "insufficient_scope" ? scope : error === "invalid_token" ? undefined : this.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
