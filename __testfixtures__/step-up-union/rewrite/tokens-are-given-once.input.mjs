import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export const handing = (queue) => ({
  async tokens() {
    return queue.shift();
  },
});

export class Client {
  constructor(vault, url) {
    this.vault = vault;
    this.url = url;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
      await auth(this.vault, { serverUrl: this.url, scope: this.scope });
    }
  }
}
