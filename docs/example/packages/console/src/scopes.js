import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Account {
  scopes = [];

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scopes = scope.split(" ");
      await auth(this.provider, { serverUrl: this.url, scope: this.scopes.join(" ") });
    }
  }
}
