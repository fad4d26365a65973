import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onReply(link, body) {
  if (body.error === "insufficient_scope" && body.scope) {
    const tokens = await link.store?.tokens();
    link.scope = unionScopes(tokens?.scope, link.scope, body.scope);
    await login(link);
  }
}

async function login(link) {
  await auth(link.store, { serverUrl: link.url, scope: link.scope });
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
