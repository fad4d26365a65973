import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Twice {
  async start() {
    await auth(this.provider, { serverUrl: this.url, scope: this._scope });
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.provider) {
      // step-up-union-ignore-next-line replaced-scope -- only the last challenge is shown to the user
      this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen) (suppressed)
      await auth(this.provider, { serverUrl: this.url, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }
}
