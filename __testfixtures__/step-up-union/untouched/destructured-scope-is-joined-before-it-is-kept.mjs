import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class JoiningFirst {
  async onForbidden(response) {
    let { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      scope = [this.scope, scope].filter(Boolean).join(" ");
      this.scope = scope; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
