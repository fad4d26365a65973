import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export function make(provider, serverUrl) {
  const active = { serverUrl, scope: "" };
  return async function on(reply) {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (error !== "insufficient_scope" || !scope) return;
    active.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { ...active });
  };
}
