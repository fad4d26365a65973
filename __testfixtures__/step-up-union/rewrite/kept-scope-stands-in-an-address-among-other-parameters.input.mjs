import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  async send(message) {
    const response = await fetch(this.url, message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") this.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
  }

  authorizationUrl() {
    return `${this.authorizeUrl}?client_id=${this.id}&scope=${this.scope}`;
  }
}
