import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Shadowed {
  async onForbidden(response, unionScopes) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.provider) {
      if (unionScopes) console.error("the union comes later");
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
