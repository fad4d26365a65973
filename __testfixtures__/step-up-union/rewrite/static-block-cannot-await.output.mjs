import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function authorizerFor(provider, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return class Authorizer {
    static scope = "read";
    static {
      if (error === "insufficient_scope") {
        this.scope = unionScopes(this.scope, scope);
        void auth(provider, { serverUrl: response.url, scope: this.scope });
      }
    }
  };
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
