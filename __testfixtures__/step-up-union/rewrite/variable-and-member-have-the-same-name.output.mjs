import { auth, extractWWWAuthenticateParams } from "./auth.js";
import { provider, serverUrl } from "./session.js";

let scope;

export async function onForbidden(response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error === "insufficient_scope" && challenge.scope) {
    const tokens = await provider?.tokens();
    scope = unionScopes(tokens?.scope, scope, challenge.scope);
    await auth(provider, { serverUrl, scope });
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
