import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

const lacks = (scope, wanted) => {
  const names = (scope ?? "").split(" ");
  return names.length === 0 || !names.includes(wanted);
};

/** Asks only whether something is granted, and for a token that has parts. */
export class Desk {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async token(wanted) {
    const tokens = await this.provider.tokens();
    if (lacks(tokens?.scope, wanted)) throw new Error(`${wanted} is not granted`);
    const parts = (tokens?.access_token ?? "").split(".");
    return parts.length === 3 ? tokens?.access_token : undefined;
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, problem.scope);
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
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
