import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { join, uniq } from "lodash";

export class Client {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.scope = undefined;
  }

  async once(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, join(uniq(scope.split(" ")), " "));
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
