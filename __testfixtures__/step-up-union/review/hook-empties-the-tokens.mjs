import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const hooks = {
  onResponse: [
    async (response, { provider }) => {
      if (response.status === 403) await provider.saveTokens({ access_token: "", token_type: "bearer" });
    },
  ],
};

export class Hooked {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async exchange(body) {
    const response = await fetch(this.url, { method: "POST", body });
    for (const hook of hooks.onResponse) await hook(response, { provider: this.provider });
    return response;
  }

  async send(body) {
    const response = await this.exchange(body);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}
