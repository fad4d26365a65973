import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Assigning {
  async onForbidden(response) {
    let error;
    let scope;
    ({ error, scope } = extractWWWAuthenticateParams(response));
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
