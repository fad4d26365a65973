import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Archive {
  scope = undefined;

  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if ((challenge.error = "insufficient_scope")) {
      if (challenge.scope) this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}
