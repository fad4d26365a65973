import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Graph {
  constructor(credential) {
    this.credential = credential;
    this.scopes = ["https://graph.microsoft.com/.default"];
  }
  token() {
    return this.credential.getToken(this.scopes);
  }
}

export class Client {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export { Graph };
