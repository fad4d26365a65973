import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.challenge = {};
  }

  async copied(response) {
    this.challenge = extractWWWAuthenticateParams(response);
    const { error, scope } = this.challenge;
    if (error !== "insufficient_scope") return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async waited(response) {
    this.challenge = extractWWWAuthenticateParams(response);
    const { challenge } = this;
    if (challenge.error !== "insufficient_scope") return response;
    await this.report(response.url);
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async report(url) {
    await fetch("/refused", { method: "POST", body: url });
  }
}
