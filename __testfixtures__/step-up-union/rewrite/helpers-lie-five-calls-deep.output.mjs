import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
async function f0(c, s) {
  return f1(c, s);
}
async function f1(c, s) {
  return f2(c, s);
}
async function f2(c, s) {
  return f3(c, s);
}
async function f3(c, s) {
  return f4(c, s);
}
async function f4(c, s) {
  const tokens = await c.provider?.tokens();
  c.scope = unionScopes(tokens?.scope, c.scope, s);
  await auth(c.provider, { serverUrl: c.url, scope: c.scope });
}
export async function go(c, res) {
  const { error, scope } = extractWWWAuthenticateParams(res);
  if (error === "insufficient_scope") await f0(c, scope);
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
