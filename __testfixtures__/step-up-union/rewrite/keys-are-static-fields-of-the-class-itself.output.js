import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

class Challenge {
  static ERROR = "error";
  static SCOPE = "scope";

  constructor(header) {
    for (const [, name, value] of header.matchAll(/(\w+)="([^"]*)"/g)) this[name] = value;
  }

  get isStepUp() {
    return this[Challenge.ERROR] === "insufficient_scope";
  }
}

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async send(path) {
    const response = await fetch(this.url + path);
    if (response.status !== 403) return response;
    const challenge = new Challenge(response.headers.get("WWW-Authenticate"));
    if (challenge[Challenge.ERROR] !== "insufficient_scope") return response;
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
