import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Agent {
  constructor(provider) {
    this.provider = provider;
  }

  async send(message) {
    const response = await fetch(message.url, { method: "POST", body: message.body });
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      const base = { serverUrl: message.url };
      await auth(this.provider, Object.assign({}, base, { scope: this.scope }));
    }
    return response;
  }
}
