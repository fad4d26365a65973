import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Ways {
  async onForbidden(response) {
    const header = response.headers.get("www-authenticate");
    const { scope } = extractWWWAuthenticateParams(response);
    if (header.match(/error="insufficient_scope"/) !== null) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    if (~header.indexOf("insufficient_scope")) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
    if (-1 < header.indexOf("insufficient_scope")) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }
}
