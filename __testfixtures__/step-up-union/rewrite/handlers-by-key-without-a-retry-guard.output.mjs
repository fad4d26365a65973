import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Unguarded {
  closed = false;

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.handlers = { 403: (response) => this.stepUp(response) };
  }

  async on(response) {
    if (!this.closed) return this.handlers[response.status](response);
  }

  async stepUp(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async all(challenges) {
    await Promise.all(
      challenges.map(async (challenge) => {
        if (challenge.error === "insufficient_scope") this.scope = unionScopes((await this.provider?.tokens())?.scope, this.scope, challenge.scope);
      }),
    );
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
