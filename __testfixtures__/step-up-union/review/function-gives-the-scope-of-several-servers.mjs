import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./provider.mjs";
let challenged = "";
const wanted = () => challenged;
export async function on(serverUrl, reply) {
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (error !== "insufficient_scope" || !scope) return;
  challenged = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(provider, { serverUrl, scope: wanted() });
}
