import { auth } from "@modelcontextprotocol/sdk/client/auth.js";


export class Session {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.scope = undefined;
  }

  async send(path) {
    const response = await fetch(this.url + path);
    if (response.status !== 403) return response;
    const parts = response.headers.get("WWW-Authenticate").matchAll(/(\w+)="([^"]*)"/g);
    const challenge = Object.assign({}, ...[...parts].map(([, name, value]) => ({ [name]: value })));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
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
