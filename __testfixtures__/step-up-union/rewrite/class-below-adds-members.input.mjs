// What a class below adds stands in the place of nothing that the handler reads or keeps.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class ByMethod {
  scopeOf(challenge) {
    return challenge.scope;
  }

  async send(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    this.scope = this.scopeOf(challenge); // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
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
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
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
