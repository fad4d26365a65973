import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./session.js";

const serverUrl = new URL("https://mcp.example");
let wanted;

async function stepUp(scope, left) {
  const tokens = await provider?.tokens();
  wanted = unionScopes(tokens?.scope, wanted, scope);
  const result = await auth(provider, { serverUrl, scope: wanted });
  if (result !== "AUTHORIZED" && left > 0) await again(scope, left - 1);
}

async function again(scope, left) {
  await stepUp(scope, left);
}

export async function send(body) {
  const response = await fetch(serverUrl, { method: "POST", body });
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope" && scope) await stepUp(scope, 1);
  return response;
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
