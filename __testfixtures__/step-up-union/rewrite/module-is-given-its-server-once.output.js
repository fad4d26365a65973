import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./provider.js";

let serverUrl;
let wanted;

export function connect(url) {
  serverUrl ??= url;
}

export async function onForbidden(res) {
  const { error, scope } = extractWWWAuthenticateParams(res);
  if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
  const tokens = await provider?.tokens();
  wanted = unionScopes(tokens?.scope, wanted, scope);
  await auth(provider, { serverUrl, scope: wanted });
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
