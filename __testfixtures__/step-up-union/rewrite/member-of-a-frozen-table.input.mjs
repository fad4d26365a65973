import { auth, extractWWWAuthenticateParams } from "./auth.js";

const BearerError = Object.freeze({
  InvalidRequest: "invalid_request",
  InvalidToken: "invalid_token",
  InsufficientScope: "insufficient_scope",
});

export class Tabled {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === BearerError.InsufficientScope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
