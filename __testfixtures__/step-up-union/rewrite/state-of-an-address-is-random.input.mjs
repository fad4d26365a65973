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
  options.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
  await login(options);
  return response;
}
