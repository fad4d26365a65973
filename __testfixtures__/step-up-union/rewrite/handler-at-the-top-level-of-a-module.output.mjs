import { readFile } from "node:fs/promises";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./provider.mjs";

const session = JSON.parse(await readFile("session.json", "utf8"));
const response = await fetch(session.url);
const challenge = extractWWWAuthenticateParams(response);
if (challenge.error === "insufficient_scope") {
  const tokens = await provider?.tokens();
  session.scope = unionScopes(tokens?.scope, session.scope, challenge.scope);
  await auth(provider, { serverUrl: session.url, scope: session.scope });
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
