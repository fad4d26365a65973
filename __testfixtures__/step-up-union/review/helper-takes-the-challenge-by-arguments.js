import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function fill() {
  arguments[0].scope = "all";
}

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.scope = undefined;
  }

  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    fill(challenge);
    if (challenge.error !== "insufficient_scope") return;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
