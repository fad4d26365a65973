import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Limited } from "./limited.js";

export class Inheriting extends Limited {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = error === "insufficient_scope" ? await this.provider?.tokens() : undefined;
    if (this.isBusy()) return;
    if (error === "insufficient_scope") {
      super.begin();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
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
