import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class LockingInline {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") await (this.pending ??= ((this.scope = scope), auth(this.provider, { serverUrl: this.url, scope: this.scope }))); // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  }
}
