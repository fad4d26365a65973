import { auth, extractWWWAuthenticateParams } from "./auth.js";

const answered = new Map();

export class Upstream {
  async forward(request) {
    const response = await fetch(this.url, request);
    if (response.status !== 403 || !this.provider) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      const count = answered.get(this.url) ?? 0;
      if (count > 1) throw new Error("step-up loop");
      answered.set(this.url, count + 1);
      if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.forward(request);
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
