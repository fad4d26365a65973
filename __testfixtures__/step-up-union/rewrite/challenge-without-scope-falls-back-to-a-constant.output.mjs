import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Channel {
  constructor(server, provider) {
    this.server = server;
    this.provider = provider;
  }
  async obey(challenge) {
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return false;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    return (await auth(this.provider, { serverUrl: this.server, scope: this.scope })) === "AUTHORIZED";
  }
  async send(response) {
    return response.status === 403 && this.obey(extractWWWAuthenticateParams(response));
  }
  async sendAgain(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && !scope) return this.obey({ error, scope: "mcp:basic" });
    return this.obey({ error, scope });
  }
}
export { Channel };

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
