import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Alternatives {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this._scope = scope || undefined;
      await auth(this.provider, { serverUrl: this.url, scope });
    }
  }
}
