import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Draining {
  async drain(responses) {
    for (const response of responses) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") continue;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
