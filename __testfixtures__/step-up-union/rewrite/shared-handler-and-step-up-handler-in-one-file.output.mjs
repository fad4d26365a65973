import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Mixed {
  async get() {
    const response = await fetch(this.url);
    if (this.provider && (response.status === 401 || response.status === 403)) {
      const tokens = await this.provider.tokens();
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = response.status === 403 ? unionScopes(tokens?.scope, this.scope, scope) : scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }

  async post(body) {
    const response = await fetch(this.url, { method: "POST", body });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.provider && error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
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
