import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Keychain {
  constructor(gate, unlock) {
    this.gate = gate;
    this.unlock = unlock;
  }
  async tokens() {
    using held = await this.gate.enter();
    return await this.unlock(held);
  }
}
export class Transport {
  constructor(serverUrl, gate, unlock, consent) {
    this.serverUrl = serverUrl;
    this.provider = new Keychain(gate, unlock);
    this.consent = consent;
  }
  connect() {
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
  async onForbidden(problem) {
    {
      using held = await this.provider.gate.enter();
      this.seen = held.count;
    }
    if (problem.error !== "insufficient_scope" || !problem.scope) return undefined;
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    return this.consent({ scope: this.scope });
  }
}
