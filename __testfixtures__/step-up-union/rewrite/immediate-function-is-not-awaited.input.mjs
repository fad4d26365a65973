import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Immediate {
  onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return undefined;
    void (async () => {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
      await this.store.save(this.url);
    })();
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
