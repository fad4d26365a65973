import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function connectionTo(serverUrl, provider) {
  let requested;
  class Connection {
    get scope() {
      return requested;
    }

    set scope(value) {
      requested = value;
    }

    async onForbidden(response) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        await auth(provider, { serverUrl, scope: this.scope });
      }
    }
  }
  return new Connection();
}
