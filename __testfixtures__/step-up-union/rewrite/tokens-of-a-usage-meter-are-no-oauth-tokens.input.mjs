import { extractWWWAuthenticateParams } from "./auth.js";
import { login } from "./login.js";

export class Metered {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.total += this.usage.tokens();
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await login(this.url, { scope: this.scope });
    }
  }
}
