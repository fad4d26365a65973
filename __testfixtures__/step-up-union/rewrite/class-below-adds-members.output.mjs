// What a class below adds stands in the place of nothing that the handler reads or keeps.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class ByMethod {
  scopeOf(challenge) {
    return challenge.scope;
  }

  async send(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, this.scopeOf(challenge));
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class WithoutOther extends ByMethod {
  scope;

  describe(challenge) {
    return `needs ${this.scopeOf(challenge)}`;
  }
}

export class Kept {
  async send(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class OfItsOwn extends Kept {
  static scope = [];

  scope = "openid";

  scopeOf(response) {
    return response.headers.get("x-scope");
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
