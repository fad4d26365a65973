import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Opposite {
  async onUnauthorized(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
