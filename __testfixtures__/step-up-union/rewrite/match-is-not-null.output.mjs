import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

const CHALLENGE = /error="insufficient_scope".*[ ,]scope="([^"]+)"/;

export class Objects {
  scope = undefined;

  async onForbidden(response) {
    const match = CHALLENGE.exec(response.headers.get("www-authenticate") ?? "");
    if (response.status !== 403 || match === null) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, match[1]);

    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
