import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { connect, container } from "@acme/container";

export class Client {
  scope = "read";

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

container.register(Client, { scope: "singleton" });
export const client = connect(Client, "scope");

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
