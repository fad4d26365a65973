import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onChallenge(client, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  switch (error) {
    case "insufficient_scope" /* RFC 6750: section 3.1 */: {
      const tokens = await client.provider?.tokens();
      client.scope = unionScopes(tokens?.scope, client.scope, scope);
      await auth(client.provider, { serverUrl: client.url, scope: client.scope });
      break;
    }
    default:
      throw new Error(error);
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
