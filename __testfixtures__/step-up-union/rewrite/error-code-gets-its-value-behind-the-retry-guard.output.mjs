import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Guarding {
  async onForbidden(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (this.done) throw new Error("forbidden");
    challenge.error = this.normalize(challenge.error);
    if (challenge.error !== "insufficient_scope") throw new Error("forbidden");
    this.done = true;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
