import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Transport {
  constructor(url, provider, source) {
    this.url = url;
    this.provider = provider;
    this.source = source;
    this.onerror = () => {
      this.source.close();
    };
  }

  async send(body) {
    try {
      const response = await fetch(this.url, { method: "POST", body });
      if (response.status === 403) {
        const { error, scope } = extractWWWAuthenticateParams(response);
        if (error === "insufficient_scope") {
          const tokens = await this.provider?.tokens();
          if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);
          await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        }
      }
    } catch (error) {
      this.onerror(error);
      throw error;
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
