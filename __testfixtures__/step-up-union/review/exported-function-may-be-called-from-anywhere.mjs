import { auth, extractWWWAuthenticateParams } from "./auth.js";

let requested;

export async function stepUp(provider, url, scope) {
  requested = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  return auth(provider, { serverUrl: url, scope: requested });
}

export async function request(provider, url) {
  const response = await fetch(url);
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    await stepUp(provider, url, scope);
    return fetch(url);
  }
  return response;
}
