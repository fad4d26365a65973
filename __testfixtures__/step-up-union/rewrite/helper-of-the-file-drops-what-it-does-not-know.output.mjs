import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const KNOWN = new Set(["files:read", "files:write"]);

export function unionScopes(...scopes) {
  const all = new Set(scopes.flatMap((scope) => scope?.split(" ") ?? []));
  return [...all].filter((scope) => KNOWN.has(scope)).join(" ") || undefined;
}

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.scope = undefined;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes_1(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes_1(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
