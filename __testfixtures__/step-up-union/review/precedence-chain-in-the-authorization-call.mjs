import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function onForbidden(provider, serverUrl, metadata, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    await auth(provider, { serverUrl, scope: scope || metadata.scopes_supported?.join(" ") }); // expect: review scope-precedence (advice refresh-cannot-widen)
  }
}
