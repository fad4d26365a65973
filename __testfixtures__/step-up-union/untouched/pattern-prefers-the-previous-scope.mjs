import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Taking {
  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      ({ scope: this.scope = challenge.scope } = this);
      const { scope } = challenge;
      this.log(scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
