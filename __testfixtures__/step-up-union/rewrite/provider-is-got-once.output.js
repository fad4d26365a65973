import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { makeProvider } from "./provider.js";

/** Got while it is made, the provider is the same ever after, by whatever getter it is read. */
export class Client {
  scope;
  #own;

  constructor(url) {
    this.url = url;
    this.#own = { provider: makeProvider() };
  }

  get provider() {
    return this.#own.provider;
  }

  /** A server may give them in either way. */
  async mayWrite() {
    const tokens = await this.provider.tokens();
    return tokens?.scope?.split(/[\s,]+/).includes("write") ?? false;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return false;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return this.mayWrite();
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
