import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Remembering {
  answered = new Set();

  async onResponse(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !this.answered.has(scope)) {
      this.answered.add(scope);
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
