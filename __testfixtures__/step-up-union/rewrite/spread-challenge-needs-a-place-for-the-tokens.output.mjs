import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Spreading {
  async onRefused(response) {
    const challenge = extractWWWAuthenticateParams(response);
    const tokens = challenge?.error === "insufficient_scope" ? await this.provider?.tokens() : undefined;
    if (this.header === response.headers.get("www-authenticate")) throw new Error("again");
    if (challenge.error === "insufficient_scope") {
      this.header = response.headers.get("www-authenticate");
      await auth(this.provider, { serverUrl: this.url, ...challenge, scope: unionScopes(tokens?.scope, challenge.scope) });
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
