import { auth, extractWWWAuthenticateParams } from "./auth.js";

const AUTH_STATUSES = [401, 403];

export async function fetchWithAuth(state, url, init) {
  const response = await fetch(url, init);
  if (AUTH_STATUSES.includes(response.status)) {
    const { scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
    state.scope = scope; // expect: review shared-401-403-handler (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(state.provider, { serverUrl: url, scope: state.scope, resourceMetadataUrl });
    return fetch(url, init);
  }
  return response;
}
