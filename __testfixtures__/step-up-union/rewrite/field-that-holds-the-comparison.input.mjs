import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Noting {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.steppingUp = error === "insufficient_scope";
    if (this.steppingUp) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
