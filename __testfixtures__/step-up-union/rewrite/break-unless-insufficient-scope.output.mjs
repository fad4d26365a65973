import { auth, extractWWWAuthenticateParams } from "./auth.js";

export async function settle(state, requests) {
  for (const request of requests) {
    const { error, scope } = extractWWWAuthenticateParams(await fetch(request));
    if (error !== "insufficient_scope") break;
    const tokens = await state.provider?.tokens();
    state.scope = unionScopes(tokens?.scope, state.scope, scope);
    await auth(state.provider, { serverUrl: state.url, scope: state.scope });
  }
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
