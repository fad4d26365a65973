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
    const parameters = [...response.headers.get("WWW-Authenticate").matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => ({ name, value }));
    if (parameters.filter(({ name }) => name === "error")[0]?.value !== "insufficient_scope") return response;
    const tokens = await this.provider?.tokens();
    const scope = parameters.filter(({ name }) => name === "scope").at(0)?.value;
    if (!scope) return response;
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
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
