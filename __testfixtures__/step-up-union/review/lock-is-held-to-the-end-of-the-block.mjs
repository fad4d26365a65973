import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** Lets one in at a time, and who is in not a second time. */
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
    using held = await this.provider.gate.enter();
    if (problem.error !== "insufficient_scope" || !problem.scope) return undefined;
    this.scope = problem.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    return this.consent({ scope: this.scope, held });
  }
}
