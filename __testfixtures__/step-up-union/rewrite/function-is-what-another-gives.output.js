import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const needsMore = (() => {
  const codes = { more: "insufficient_scope" };
  return (challenge) => challenge.error === codes.more;
})();

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onForbidden(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (!needsMore(challenge) || !challenge.scope) return;
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
