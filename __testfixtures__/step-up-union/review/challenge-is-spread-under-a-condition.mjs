import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export async function onRefused(provider, response, serverUrl) {
  const challenge = extractWWWAuthenticateParams(response);
  await auth(provider, { serverUrl, ...(challenge.error === "insufficient_scope" ? challenge : {}) }); // expect: review scope-precedence (advice refresh-cannot-widen)
}
