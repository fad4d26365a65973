import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Limited } from "./limited.js";

export class Inheriting extends Limited {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.isBusy()) return;
    if (error === "insufficient_scope") {
      super.begin();
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
