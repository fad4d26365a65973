import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./provider.js";

let serverUrl;
let wanted;

export function connect(url) {
  serverUrl ??= url;
}

export async function onForbidden(res) {
  const { error, scope } = extractWWWAuthenticateParams(res);
  if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
  wanted = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
  await auth(provider, { serverUrl, scope: wanted });
}
