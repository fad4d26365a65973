import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class OneLine {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.provider) { this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope }); } // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  }
}
