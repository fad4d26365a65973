import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export async function connect(store, url, ask) {
  const settings = { url, scope: "read" };
  const reply = await ask();
  const body = await reply.json();
  if (body.error === "insufficient_scope") {
    const tokens = await store?.tokens();
    settings.scope = unionScopes(tokens?.scope, settings.scope, body.scope);
    await auth(store, { serverUrl: settings.url, scope: settings.scope });
  }
  return reply;
}

export async function reconnect(store, url, ask) {
  const wanted = { oauth: { scope: "read" }, scope: "read" };
  const reply = await ask();
  const body = await reply.json();
  if (body.error === "insufficient_scope") {
    const tokens = await store?.tokens();
    wanted.scope = unionScopes(tokens?.scope, wanted.scope, body.scope);
    const requested = wanted.scope;
    await auth(store, { serverUrl: url, scope: requested });
  }
  return wanted.oauth;
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
