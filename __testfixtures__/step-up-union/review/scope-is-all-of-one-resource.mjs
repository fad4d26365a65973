import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** Microsoft's authorization server takes no other scope beside `/.default`. */
export class Client {
  scope = "https://graph.microsoft.com/.default";

  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  signIn() {
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await this.signIn();
  }
}
