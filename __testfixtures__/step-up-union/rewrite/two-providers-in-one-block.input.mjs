import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Pair {
  left = { provider: undefined, scope: undefined };
  right = { provider: undefined, scope: undefined };

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.left.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.left.provider, { serverUrl: this.url, scope: this.left.scope });
      this.right.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.right.provider, { serverUrl: this.url, scope: this.right.scope });
    }
  }
}
