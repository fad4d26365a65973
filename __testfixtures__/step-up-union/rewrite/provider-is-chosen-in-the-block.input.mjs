import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Choosing {
  async onForbidden(response) {
    let provider = this.provider;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (response.headers.has("x-delegated")) provider = this.delegate;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
