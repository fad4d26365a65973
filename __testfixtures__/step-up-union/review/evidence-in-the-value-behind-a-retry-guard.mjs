import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Choosing {
  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.retried) throw new Error("again");
    this.scope = error === "insufficient_scope" ? scope : this.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    this.retried = true;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
