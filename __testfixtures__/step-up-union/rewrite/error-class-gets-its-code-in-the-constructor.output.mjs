import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Refused extends Error {
  constructor(scope) {
    super("refused");
    this.code = "insufficient_scope";
    this.scope = scope;
  }
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onError(error) {
    if (error instanceof Refused) {
      const tokens = await this.provider?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, error.scope);
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
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
