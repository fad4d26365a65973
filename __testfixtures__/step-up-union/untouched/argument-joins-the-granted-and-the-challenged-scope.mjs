import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function onForbidden(provider, serverUrl, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const tokens = await provider.tokens();
    await auth(provider, { serverUrl, scope: [tokens?.scope, scope].filter(Boolean).join(" ") }); // expect: already-union union-kept (advice refresh-cannot-widen)
  }
}
