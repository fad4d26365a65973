import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Guarding {
  async onForbidden(response) {
    if (this.done) throw new Error("forbidden");
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") throw new Error("forbidden");
    this.done = true;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
