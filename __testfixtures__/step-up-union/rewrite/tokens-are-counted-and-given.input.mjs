import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** Counts who asks, and gives the same. */
class Store {
  reads = 0;

  constructor(saved) {
    this.saved = saved;
  }

  async tokens() {
    this.reads += 1;
    return this.saved;
  }
}

export class Client {
  constructor(serverUrl, saved) {
    this.serverUrl = serverUrl;
    this.provider = new Store(saved);
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
