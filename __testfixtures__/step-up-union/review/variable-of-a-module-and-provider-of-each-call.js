import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

let requested;

export async function withStepUp(provider, serverUrl, send) {
  const response = await send();
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return response;
  requested = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(provider, { serverUrl, scope: requested });
  return send();
}
