import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./session.js";

let options = { serverUrl: new URL("https://mcp.example") };
export async function onRefused(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const tokens = await provider?.tokens();
    options = { ...options, scope: unionScopes(tokens?.scope, options?.scope, scope) };
    await auth(provider, options);
  }
}

export async function onRefusedAgain(provider, response, serverUrl) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  const ownOptions = { serverUrl };
  if (error === "insufficient_scope") {
    const tokens = await provider?.tokens();
    Object.assign(ownOptions, { scope: unionScopes(tokens?.scope, ownOptions.scope, scope) });
    await auth(provider, ownOptions);
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
