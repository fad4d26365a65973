import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Mapping {
  async settle(responses) {
    responses.forEach((response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
        void auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
    });
    await Promise.allSettled(responses.map((response) => response.body?.cancel()));
  }
}
