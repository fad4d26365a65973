import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const renewing = (provider) => async (response) => {
  const renewed = response.headers.get("x-renewed-token");
  if (renewed) await provider.saveTokens({ ...(await provider.tokens()), access_token: renewed });
  return response;
};

export const send = (provider, serverUrl, body) =>
  fetch(serverUrl, { method: "POST", body })
    .then(renewing(provider))
    .then(async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) await auth(provider, { serverUrl, scope: unionScopes((await provider?.tokens())?.scope, scope) });
      return response;
    });

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
