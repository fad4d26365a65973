import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Transport {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.read = 0;
  }

  async text(response) {
    this.read += 1;
    return response.text();
  }

  async send(message) {
    const response = await fetch(this.url, { method: "POST", body: JSON.stringify(message) });
    if (response.status !== 403) return response;
    const text = await this.text(response).catch(() => undefined);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) throw new Error(text);
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    if (this.read > 100) console.warn("many refusals");
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url, { method: "POST", body: JSON.stringify(message) });
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
