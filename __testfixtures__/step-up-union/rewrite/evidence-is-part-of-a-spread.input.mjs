import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onRefused(provider, response, serverUrl) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  await auth(provider, { serverUrl, ...(error === "insufficient_scope" ? { scope } : {}) }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
}

export async function onRefusedAgain(provider, response, serverUrl) {
  const challenge = extractWWWAuthenticateParams(response);
  await auth(provider, { serverUrl, ...(challenge.error === "insufficient_scope" && { scope: challenge.scope }) }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
}

export async function onRefusedOnce(provider, response, serverUrl) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return auth(provider, { serverUrl, scope: error === "insufficient_scope" ? scope : undefined }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
}
