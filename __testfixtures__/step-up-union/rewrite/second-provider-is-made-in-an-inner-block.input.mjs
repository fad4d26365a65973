import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class InnerPair {
  left = { provider: undefined, scope: undefined };
  right = { provider: undefined, scope: undefined };

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.count += 1;
      if (this.both) {
        this.left.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(this.left.provider, { serverUrl: this.url, scope: this.left.scope });
        const other = this.providers.get(this.url);
        this.right.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(other, { serverUrl: this.url, scope: this.right.scope });
      }
    }
  }
}
