import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import uniq from "lodash/uniq.js";
import words from "lodash.words";

export class Client {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.scope = "files:read";
  }

  async onForbidden(response) {
    const { error, scope } = await response.json();
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, uniq(words(scope, /\S+/g)).join(" "));
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
