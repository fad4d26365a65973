import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Conditional {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (!this.provider) throw new Error("no provider");
    return error === "insufficient_scope" ? auth(this.provider, { serverUrl: this.url, scope: scope }) : undefined; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
  }
}
