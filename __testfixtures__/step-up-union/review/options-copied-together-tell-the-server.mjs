import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(providers) {
    this.providers = providers;
  }

  async send(message) {
    const provider = this.providers.get(message.url.origin);
    const response = await fetch(message.url, { method: "POST", body: message.body });
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.requested = scope; // expect: review unfit-sink (advice unbounded-step-up)
      const base = { serverUrl: message.url };
      await auth(provider, Object.assign({}, base, { scope: this.requested }));
      return this.send(message);
    }
    return response;
  }
}
