import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function fetchWithStepUp(state, url, init) {
  while (true) {
    const response = await fetch(url, init);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
    await auth(state.provider, { serverUrl: url, scope: state.scope });
  }
}
