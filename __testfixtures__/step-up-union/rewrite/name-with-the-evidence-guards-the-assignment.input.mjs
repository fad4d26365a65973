import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Choosing {
  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    const isStepUp = challenge.error === "insufficient_scope";
    const scope = isStepUp ? challenge.scope : undefined;
    if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
