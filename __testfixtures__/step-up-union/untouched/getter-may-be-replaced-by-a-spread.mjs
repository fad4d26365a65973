import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

function refusalOf(response) {
  return {
    get isInsufficient() {
      return this.error === "insufficient_scope";
    },
    ...response.problem,
  };
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }
  async onForbidden(response) {
    const refusal = refusalOf(response);
    if (!refusal.isInsufficient || !refusal.scope) return;
    this.scope = refusal.scope;
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
