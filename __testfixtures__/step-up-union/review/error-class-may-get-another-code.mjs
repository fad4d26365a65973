import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Refused extends Error {
  constructor(scope, kind) {
    super("refused");
    this.code = "insufficient_scope";
    if (kind) this.code = kind;
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
      this.scope = error.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}
