import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
const END = `lower`;
export class Client {
  scope = "read";
  constructor(serverUrl, provider) { this.serverUrl = serverUrl; this.provider = provider; }
  async onAnswer(response) {
    if (response.status !== 403) return;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
  lower() {
    this.scope = "read";
  }
  later() { setTimeout(() => { this[END](); }, 900000); }
}
