import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Gateway {
  constructor(base, clientMetadata) {
    this.base = base;
    const gateway = this;
    this.provider = {
      clientMetadata,
      async tokens() {
        const answer = await gateway.fetch("/vault");
        return answer.ok ? answer.json() : undefined;
      },
      saveTokens: (tokens) => sessionStorage.setItem("token", tokens.access_token),
    };
  }

  async fetch(path) {
    const token = sessionStorage.getItem("token");
    const response = await fetch(this.base + path, { headers: { authorization: `Bearer ${token}` } });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
      await auth(this.provider, { serverUrl: this.base, scope: this.scope });
    }
    return response;
  }
}
