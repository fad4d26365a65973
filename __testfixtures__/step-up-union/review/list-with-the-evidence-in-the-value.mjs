import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Choosing {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.scopes = error === "insufficient_scope" ? scope.split(" ") : this.scopes; // expect: review scope-collection (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scopes.join(" ") });
  }
}
