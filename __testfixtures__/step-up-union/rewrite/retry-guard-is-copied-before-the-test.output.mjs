import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Copying {
  async onResponse(response) {
    if (response.ok) return response;
    const tried = this.tried;
    this.onAttempt(tried);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (tried) throw new Error("step-up did not help");
      this.tried = true;
      const tokens = await this.provider?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
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
