import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Pool {
  turn = 0;
  constructor(accounts) {
    this.accounts = accounts;
  }
  async tokens() {
    const index = this.turn++ % this.accounts.length;
    return this.accounts[index].tokens;
  }
}
export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = new Pool(provider);
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
