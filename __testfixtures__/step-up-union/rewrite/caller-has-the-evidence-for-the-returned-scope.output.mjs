import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function scopeOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return scope;
  throw new Error("forbidden");
}

export async function onRefused(client, response) {
  if (extractWWWAuthenticateParams(response).error === "insufficient_scope") {
    const tokens = await client.provider?.tokens();
    client.scope = unionScopes(tokens?.scope, client.scope, scopeOf(response));
    await auth(client.provider, { serverUrl: client.url, scope: client.scope });
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
