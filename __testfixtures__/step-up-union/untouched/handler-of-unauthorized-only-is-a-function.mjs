import { auth, extractWWWAuthenticateParams } from "./auth.js";

// A 403 with insufficient_scope is final here: the user must ask an administrator.
async function handleUnauthorized(state, response) {
  const { scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
  state.scope = scope;
  await auth(state.provider, { serverUrl: state.url, resourceMetadataUrl, scope: state.scope });
}

export async function request(state, url) {
  const response = await fetch(url);
  if (response.status === 401) await handleUnauthorized(state, response);
  if (response.status === 403) throw new Error(`forbidden: ${response.headers.get("www-authenticate")}`);
  return response;
}
