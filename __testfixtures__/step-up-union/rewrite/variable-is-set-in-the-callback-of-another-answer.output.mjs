import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export function interceptors(provider, url) {
  let refreshed = false;
  let wanted;
  return {
    async onUnauthorized(response) {
      if (response.status !== 401) return;
      refreshed = true;
      await auth(provider, { serverUrl: url, scope: wanted });
    },
    async onForbidden(response) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
      const tokens = await provider?.tokens();
      if (!refreshed) return;
      wanted = unionScopes(tokens?.scope, wanted, scope);
      await auth(provider, { serverUrl: url, scope: wanted });
    },
  };
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
