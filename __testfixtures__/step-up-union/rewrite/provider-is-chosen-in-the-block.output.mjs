import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Choosing {
  async onForbidden(response) {
    let provider = this.provider;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (response.headers.has("x-delegated")) provider = this.delegate;
      const tokens = await provider?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(provider, { serverUrl: this.url, scope: this.scope });
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
