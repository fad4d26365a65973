import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Reassigned {
  async onUnauthorized(response, previous) {
    let { error, scope } = extractWWWAuthenticateParams(response);
    const insufficient = error === "insufficient_scope";
    error = previous;
    if (insufficient) throw new Error("never stepped up");
    if (error === "invalid_token") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
