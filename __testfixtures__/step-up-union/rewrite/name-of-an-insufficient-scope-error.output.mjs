import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Naming {
  async run(call) {
    try {
      return await call();
    } catch (error) {
      if (error.name !== "InsufficientScopeError" || !this.provider) throw error;
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, error.scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return call();
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
