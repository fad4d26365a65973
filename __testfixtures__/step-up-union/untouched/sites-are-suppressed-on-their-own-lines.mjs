import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class OneShot {
  async start() {
    await auth(this.provider, { serverUrl: this.url, scope: this._scope });
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.provider) {
      this._scope = scope; // step-up-union-ignore-line replaced-scope, refresh-cannot-widen -- tokens are never kept // expect: rewrite replaced-scope (suppressed)
      /* step-up-union-ignore-line challenge-only-scope -- likewise */ await auth(this.provider, { serverUrl: this.url, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen) (suppressed)
    }
  }
}
