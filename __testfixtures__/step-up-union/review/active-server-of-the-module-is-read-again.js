import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

let active = { provider: undefined, url: undefined, scope: "" };

export function use(server) {
  active = server;
}

export async function onForbidden(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
  active.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(active.provider, { serverUrl: active.url, scope: active.scope });
}
