import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.headers = {};
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    Reflect.set(this, "code", undefined);
    for (const name in this.headers) delete this.headers[name];
    this.headers["mcp-session-id"] = undefined;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
