import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Within {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, scope: (this.scope = scope) }); // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }
}
