import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function fetchWithStepUp(state, url, init) {
  while (true) {
    const response = await fetch(url, init);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    state.scope = scope;
    await auth(state.provider, { serverUrl: url, scope: state.scope });
  }
}
