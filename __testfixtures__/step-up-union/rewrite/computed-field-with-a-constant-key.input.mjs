import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Keyed {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.provider) {
      if (scope) this["_scope"] = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this["_scope"] });
    }
  }
}
