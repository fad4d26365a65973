import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider, serverUrl } from "./account.mjs";

let scope;

export async function after(reply) {
  const challenge = extractWWWAuthenticateParams(reply);
  const { forbidden, expired } = {
    forbidden: reply.status === 403 && challenge.error === "insufficient_scope",
    expired: reply.status === 401,
  };
  if (expired) return auth(provider, { serverUrl });
  if (!forbidden || !challenge.scope) return undefined;
  scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
  return auth(provider, { serverUrl, scope });
}
