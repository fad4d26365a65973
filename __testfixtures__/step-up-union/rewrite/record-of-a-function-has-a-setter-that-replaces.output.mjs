import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

function wishes(initial) {
  let names = initial;
  return {
    get scope() {
      return names;
    },
    set scope(text) {
      names = text;
    },
  };
}

export class Client {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
    this.wanted = wishes("profile");
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    const tokens = await this.provider?.tokens();
    this.wanted.scope = unionScopes(tokens?.scope, this.wanted.scope, problem.scope);
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wanted.scope });
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
