import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Choosing {
  async afterAnExit(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const next = error === "insufficient_scope" ? scope : undefined;
    if (next === undefined) return;
    this.scope = next; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
