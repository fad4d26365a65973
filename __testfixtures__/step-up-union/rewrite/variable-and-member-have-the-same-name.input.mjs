import { auth, extractWWWAuthenticateParams } from "./auth.js";
import { provider, serverUrl } from "./session.js";

let scope;

export async function onForbidden(response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error === "insufficient_scope" && challenge.scope) {
    scope = challenge.scope;
    await auth(provider, { serverUrl, scope });
  }
}
