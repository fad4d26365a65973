import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function fetchWithStepUp(provider, url, init) {
  let scope;
  for (let attempt = 0; attempt < 3; attempt++) {
    const response = await fetch(url, init);
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return response;
    scope = [scope, challenge.scope].filter(Boolean).join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: url, scope });
  }
  throw new Error("still forbidden");
}
