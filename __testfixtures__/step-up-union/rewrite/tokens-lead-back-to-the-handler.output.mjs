import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Gateway {
  constructor(base, clientMetadata) {
    this.base = base;
    const gateway = this;
    this.provider = {
      clientMetadata,
      async tokens() {
        const answer = await gateway.fetch("/vault");
        return answer.ok ? answer.json() : undefined;
      },
      saveTokens: (tokens) => sessionStorage.setItem("token", tokens.access_token),
    };
  }

  async fetch(path) {
    const token = sessionStorage.getItem("token");
    const response = await fetch(this.base + path, { headers: { authorization: `Bearer ${token}` } });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = unionScopes(this.scope, scope);
      await auth(this.provider, { serverUrl: this.base, scope: this.scope });
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
