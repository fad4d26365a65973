import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Denied extends Error {
  constructor(challenge) {
    super("denied");
    this.code = "insufficient_scope";
    this.scope = challenge.scope;
    Object.assign(this, challenge);
  }
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onError(error) {
    if (error instanceof Denied && error.scope) {
      this.scope = error.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}
