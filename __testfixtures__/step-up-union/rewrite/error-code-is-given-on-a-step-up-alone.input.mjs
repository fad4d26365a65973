import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const parse = (response) => {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return { error: error === "insufficient_scope" ? "insufficient_scope" : "other", scope };
};

export class Client {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
  }

  async parsed(response) {
    const challenge = parse(response);
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
