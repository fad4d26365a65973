import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Alternatives {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this._scope = scope || undefined; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }
}
