import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Transport {
  constructor(url, provider, source) {
    this.url = url;
    this.provider = provider;
    this.source = source;
    this.onerror = () => {
      this.source.close();
    };
  }

  async send(body) {
    try {
      const response = await fetch(this.url, { method: "POST", body });
      if (response.status === 403) {
        const { error, scope } = extractWWWAuthenticateParams(response);
        if (error === "insufficient_scope") {
          if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
          await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        }
      }
    } catch (error) {
      this.onerror(error);
      throw error;
    }
  }
}
