import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class LockingInline {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = error === "insufficient_scope" ? await this.provider?.tokens() : undefined;
    if (error === "insufficient_scope") await (this.pending ??= ((this.scope = unionScopes(tokens?.scope, this.scope, scope)), auth(this.provider, { serverUrl: this.url, scope: this.scope })));
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
