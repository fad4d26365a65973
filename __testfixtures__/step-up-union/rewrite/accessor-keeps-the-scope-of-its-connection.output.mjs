import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function connectionTo(serverUrl, provider) {
  let requested;
  class Connection {
    get scope() {
      return requested;
    }

    set scope(value) {
      requested = value;
    }

    async onForbidden(response) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const tokens = await provider?.tokens();
        if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);
        await auth(provider, { serverUrl, scope: this.scope });
      }
    }
  }
  return new Connection();
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
