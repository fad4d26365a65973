import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { unionScopes } from "./union-scopes.js";

export class Client {
  scope = "read";

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const previous = this.scope;
    this.scope = undefined;
    this.scope = unionScopes(previous, this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
