import { auth, extractWWWAuthenticateParams } from "./auth.js";
import { provider, serverUrl } from "./session.js";

let scope;

export async function onForbidden(response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error === "insufficient_scope" && challenge.scope) {
    scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope });
  }
}
