import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { unionScopes } from "../union-scopes.js";

export class Holding {
  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      this.options = { ...this.options, scope: unionScopes(this.options.scope, challenge.scope) }; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, this.options);
    }
  }
}
