import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class MarkingLater {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.last !== scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
    this.last = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
