import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Guarding {
  async onForbidden(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (this.done) throw new Error("forbidden");
    challenge.error = this.normalize(challenge.error);
    if (challenge.error !== "insufficient_scope") throw new Error("forbidden");
    this.done = true;
    this.scope = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
