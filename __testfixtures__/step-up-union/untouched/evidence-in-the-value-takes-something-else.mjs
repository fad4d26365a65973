import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { unionScopes } from "../union-scopes.js";

export class Choosing {
  async union(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = await this.provider.tokens();
    this.scope = error === "insufficient_scope" ? unionScopes(tokens?.scope, this.scope, scope) : this.scope; // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async otherError(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.scope = error === "insufficient_scope" ? this.scope : scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async configured(response) {
    const { error } = extractWWWAuthenticateParams(response);
    this.scope = error === "insufficient_scope" ? this.widerScope : this.scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async message(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.message = error === "insufficient_scope" ? scope : "forbidden";
    throw new Error(error === "insufficient_scope" ? scope : "forbidden");
  }
}
