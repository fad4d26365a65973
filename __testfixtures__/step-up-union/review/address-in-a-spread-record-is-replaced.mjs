import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./provider.mjs";
const active = { serverUrl: "", scope: "" };
export async function on(serverUrl, reply) {
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (error !== "insufficient_scope" || !scope) return;
  active.serverUrl = serverUrl;
  active.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(provider, { ...active });
}
