import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Bound {
  constructor(provider, serverUrl) {
    this.onRefused = async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) return;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(provider, { serverUrl, scope: this.scope });
    };
  }
}
