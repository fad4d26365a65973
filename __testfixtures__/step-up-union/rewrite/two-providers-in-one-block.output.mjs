import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Pair {
  left = { provider: undefined, scope: undefined };
  right = { provider: undefined, scope: undefined };

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.left.provider?.tokens();
      const grantedTokens = await this.right.provider?.tokens();
      this.left.scope = unionScopes(tokens?.scope, this.left.scope, scope);
      await auth(this.left.provider, { serverUrl: this.url, scope: this.left.scope });
      this.right.scope = unionScopes(grantedTokens?.scope, this.right.scope, scope);
      await auth(this.right.provider, { serverUrl: this.url, scope: this.right.scope });
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
