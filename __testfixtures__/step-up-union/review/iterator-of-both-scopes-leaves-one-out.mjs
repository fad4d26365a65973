import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.scope = undefined;
  }

  async taken(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = [this.scope, scope].values().take(1).toArray().join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async dropped(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = [this.scope, scope].values().drop(1).toArray().join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
