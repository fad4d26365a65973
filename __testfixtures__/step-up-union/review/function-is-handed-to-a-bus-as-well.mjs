import { auth, extractWWWAuthenticateParams } from "./auth.js";

let wanted;

async function stepUp(provider, scope) {
  wanted = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  await auth(provider, { serverUrl: provider.url, scope: wanted });
}

export async function get(provider, bus) {
  const response = await fetch(provider.url);
  bus.on("authorize", stepUp);
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") await stepUp(provider, scope);
  return response;
}
