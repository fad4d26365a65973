import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Before {
  async onUnauthorized(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    if (error === "insufficient_scope") {
      this.stepUps += 1;
    }
  }
}
