import { auth, extractWWWAuthenticateParams } from "./auth.js";

let last;
const isTried = (scope) => last === scope;
const mark = (scope) => {
  last = scope;
};

export async function onForbidden(response, provider, state) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  const tokens = error === "insufficient_scope" ? await provider?.tokens() : undefined;
  if (error === "insufficient_scope" && !isTried(scope)) {
    mark(scope);
    state.scope = unionScopes(tokens?.scope, state.scope, scope);
    await auth(provider, { serverUrl: response.url, scope: state.scope });
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
