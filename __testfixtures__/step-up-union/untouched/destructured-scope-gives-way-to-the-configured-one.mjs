import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Replacing {
  async onForbidden(response) {
    let { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      scope = this.options.scope;
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
