import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Choosing {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.scope = error === "insufficient_scope" ? this.join(scope) : scope; // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
  join(scope) { return [this.scope, scope].filter(Boolean).join(" "); }
}
