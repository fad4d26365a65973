import { extractWWWAuthenticateParams } from "./auth.js";
import { login } from "./login.js";

export class UserClient {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await login(this.user, { scope: this.scope });
    }
  }
}
