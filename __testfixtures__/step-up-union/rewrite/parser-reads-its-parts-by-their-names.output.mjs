import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

function challengeOf(response) {
  const header = response.headers.get("www-authenticate") ?? "";
  const part = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(header)?.[1];
  return { error: part("error"), scope: part("scope") };
}

export class Client {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = challengeOf(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider?.tokens();
      if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
