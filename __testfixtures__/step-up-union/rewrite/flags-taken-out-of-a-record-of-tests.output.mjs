import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider, serverUrl } from "./account.mjs";

let scope;

export async function after(reply) {
  const challenge = extractWWWAuthenticateParams(reply);
  const { forbidden, expired } = {
    forbidden: reply.status === 403 && challenge.error === "insufficient_scope",
    expired: reply.status === 401,
  };
  if (expired) return auth(provider, { serverUrl });
  if (!forbidden || !challenge.scope) return undefined;
  const tokens = await provider?.tokens();
  scope = unionScopes(tokens?.scope, scope, challenge.scope);
  return auth(provider, { serverUrl, scope });
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
