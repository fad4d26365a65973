import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function authorizerFor(provider, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return class Authorizer {
    static scope = "read";
    static {
      if (error === "insufficient_scope") {
        this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
        void auth(provider, { serverUrl: response.url, scope: this.scope });
      }
    }
  };
}
