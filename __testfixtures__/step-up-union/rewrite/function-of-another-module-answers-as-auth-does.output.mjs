import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { auth } from "./login.js";

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.requested = unionScopes(this.requested, scope);
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.requested });
      if (result !== "AUTHORIZED") throw new Error("unauthorized");
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
