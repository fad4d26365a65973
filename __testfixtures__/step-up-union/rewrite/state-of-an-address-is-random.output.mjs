import { randomUUID } from "node:crypto";
async function login(options) {
  const state = randomUUID();
  const address = `${options.server}/oauth/authorize?response_type=code&client_id=${options.clientId}&scope=${encodeURIComponent(options.scope)}&state=${state}`;
  options.token = await options.loopback(address, state);
}
export async function upload(options, name) {
  const headers = { authorization: `Bearer ${options.token}` };
  const response = await fetch(`${options.server}/files/${name}`, { method: "PUT", headers });
  const challenge = response.headers.get("www-authenticate");
  const [, scope] = challenge?.match(/scope="([^"]+)"/) ?? [];
  if (response.status !== 403 || !challenge?.includes("insufficient_scope") || !scope) return response;
  options.scope = unionScopes(options.scope, scope);
  await login(options);
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
