import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
const scopeFor = (challenge, previous) => (challenge.error === "insufficient_scope" ? challenge.scope : previous); // expect: review scope-side-channel
export class Returning {
  async onRefused(response) {
    this.scope = scopeFor(extractWWWAuthenticateParams(response), this.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
