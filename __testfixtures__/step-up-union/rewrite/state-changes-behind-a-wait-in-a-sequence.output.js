import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

// What changes once the authorization was waited for is in no synchronous run with a test before it.
export class Sequence {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.isOpen = true;
  }

  async send(message) {
    const response = await fetch(this.url, { method: "POST", body: message });
    if (!this.isOpen) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    const tokens = await this.provider?.tokens();
    if ((scope && (this.scope = unionScopes(tokens?.scope, this.scope, scope)), (await auth(this.provider, { serverUrl: this.url, scope: this.scope })) !== "AUTHORIZED"))
      throw new Error("refused");
    this.isOpen = false;
    return response;
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
