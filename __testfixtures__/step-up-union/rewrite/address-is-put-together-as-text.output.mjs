import { extractWWWAuthenticateParams } from "./auth.js";

export class Browser {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = await this.provider.tokens();
    this.token = tokens?.access_token;
    if (error === "insufficient_scope" && scope) {
      location.assign(new URL(`${this.endpoint}?client_id=${this.id}&scope=${encodeURIComponent(unionScopes(tokens?.scope, scope) ?? scope)}`));
      this.popup = open(this.endpoint + "?client_id=" + this.id + "&scope=" + (unionScopes(tokens?.scope, scope) ?? scope));
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
