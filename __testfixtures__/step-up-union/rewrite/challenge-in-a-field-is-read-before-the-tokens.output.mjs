import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.challenge = {};
  }

  async copied(response) {
    this.challenge = extractWWWAuthenticateParams(response);
    const { error, scope } = this.challenge;
    if (error !== "insufficient_scope") return response;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async waited(response) {
    this.challenge = extractWWWAuthenticateParams(response);
    const { challenge } = this;
    if (challenge.error !== "insufficient_scope") return response;
    const tokens = await this.provider?.tokens();
    await this.report(response.url);
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async report(url) {
    await fetch("/refused", { method: "POST", body: url });
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
