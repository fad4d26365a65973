import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** Each call gives the tokens of the next account: read once more, they would be another's. */
class Pool {
  turn = 0;

  constructor(accounts) {
    this.accounts = accounts;
  }

  async tokens() {
    this.turn = (this.turn + 1) % this.accounts.length;
    return this.accounts[this.turn].tokens;
  }
}

export class Client {
  constructor(serverUrl, accounts) {
    this.serverUrl = serverUrl;
    this.provider = new Pool(accounts);
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
