import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Search {
  scope = "search";

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, scope: scope ?? this.scope });
    }
  }
}
