import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Lenient {
  async onUnauthorized(response, force) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if ((error === "insufficient_scope" && this.strict) || force) {
      this.reason = error;
    }
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
