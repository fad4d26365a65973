import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

let current;
let serverUrl;
let wanted;

export function signIn(url, provider) {
  serverUrl = url;
  current = provider;
  wanted = undefined;
}

export async function onForbidden(res) {
  const { error, scope } = extractWWWAuthenticateParams(res);
  if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
  wanted = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
  await auth(current, { serverUrl, scope: wanted });
}
