import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Conditional {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (!this.provider) throw new Error("no provider");
    return error === "insufficient_scope" ? auth(this.provider, { serverUrl: this.url, scope: unionScopes((await this.provider.tokens())?.scope, scope) }) : undefined;
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
