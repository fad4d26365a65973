import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Refused extends Error {
  constructor(scope) {
    super("refused");
    this.code = "insufficient_scope";
    this.scope = scope;
  }
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onError(error) {
    if (error instanceof Refused) {
      this.scope = error.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}
