import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Looping {
  async onUnauthorized(response, headers) {
    const { scope } = extractWWWAuthenticateParams(response);
    for (const header of headers) {
      if (header !== "insufficient_scope") continue;
      this.stepUps += 1;
    }
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
