import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

let serverUrl = process.env.FIRST;
let current;
let wanted;

export function signIn(url, provider) {
  serverUrl = url;
  current = provider;
}

export async function onForbidden(res) {
  const { error, scope } = extractWWWAuthenticateParams(res);
  if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
  wanted = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(current, { serverUrl, scope: wanted });
}
