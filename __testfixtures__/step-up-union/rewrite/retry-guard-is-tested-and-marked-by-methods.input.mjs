import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Guarding {
  #last;

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !this.#isTried(scope)) {
      this.#mark(scope);
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  #isTried(scope) {
    return this.#last === scope;
  }

  #mark(scope) {
    this.#last = scope;
  }
}
