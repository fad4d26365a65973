import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Alternatives {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider?.tokens();
      this._scope = unionScopes(tokens?.scope, this._scope, scope || undefined);
      await auth(this.provider, { serverUrl: this.url, scope: unionScopes(tokens?.scope, this._scope, scope) });
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
