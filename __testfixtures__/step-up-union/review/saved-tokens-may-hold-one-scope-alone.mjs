import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Store {
  async tokens() {
    return this.saved;
  }
  async saveTokens(tokens) {
    if (tokens.scope.split(" ").length > 1) throw new Error("one at a time");
    this.saved = tokens;
  }
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = new Store();
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
