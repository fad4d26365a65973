import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Guarding {
  async onForbidden(response) {
    if (this.done) throw new Error("forbidden");
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") throw new Error("forbidden");
    this.done = true;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
