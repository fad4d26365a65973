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
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, problem.scope);
    return this.consent({ scope: this.scope });
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
