import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onRefused(provider, response, serverUrl) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  await auth(provider, { serverUrl, ...(error === "insufficient_scope" ? { scope: unionScopes((await provider?.tokens())?.scope, scope) } : {}) });
}

export async function onRefusedAgain(provider, response, serverUrl) {
  const challenge = extractWWWAuthenticateParams(response);
  await auth(provider, { serverUrl, ...(challenge.error === "insufficient_scope" && { scope: unionScopes((await provider?.tokens())?.scope, challenge.scope) }) });
}

export async function onRefusedOnce(provider, response, serverUrl) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return auth(provider, { serverUrl, scope: error === "insufficient_scope" ? unionScopes((await provider?.tokens())?.scope, scope) : undefined });
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
