import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Channel {
  constructor(server, provider) {
    this.server = server;
    this.provider = provider;
  }
  async obey(challenge) {
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return false;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    return (await auth(this.provider, { serverUrl: this.server, scope: this.scope })) === "AUTHORIZED";
  }
  async send(response) {
    return response.status === 403 && this.obey(extractWWWAuthenticateParams(response));
  }
  async sendAgain(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !scope) return this.obey({ error, scope: "mcp:basic" });
    return this.obey({ error, scope });
  }
}
export { Channel };
