import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class SetClient {
  scopes = new Set(["openid"]);

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scopes = new Set(scope.split(" ")); // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: [...this.scopes].join(" ") });
    }
  }
}
