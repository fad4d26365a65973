import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Spreading {
  async scopeBefore(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, scope: this.scope, ...challenge }); // expect: review scope-precedence (advice refresh-cannot-widen)
    }
  }

  async otherOptionsBehind(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, ...challenge, ...this.options }); // expect: review scope-precedence (advice refresh-cannot-widen)
    }
  }
}
