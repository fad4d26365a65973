import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function settle(state, requests) {
  for (const request of requests) {
    const { error, scope } = extractWWWAuthenticateParams(await fetch(request));
    if (error !== "insufficient_scope") break;
    state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(state.provider, { serverUrl: state.url, scope: state.scope });
  }
}
