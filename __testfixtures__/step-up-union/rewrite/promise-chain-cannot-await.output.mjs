import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Chained {
  send(body) {
    return fetch(this.url, { method: "POST", body }).then((response) => {
      if (response.status === 403 && this.provider) {
        const { error, scope } = extractWWWAuthenticateParams(response);
        if (error === "insufficient_scope") {
          if (this.tried === scope) throw new Error("step-up did not help");
          this.tried = scope;
          this.scope = unionScopes(this.scope, scope);
          return auth(this.provider, { serverUrl: this.url, scope: this.scope }).then(() => this.send(body));
        }
      }
      return response;
    });
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
