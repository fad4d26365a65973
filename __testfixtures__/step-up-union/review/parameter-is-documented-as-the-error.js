import { auth } from "@modelcontextprotocol/client";

/**
 * @param {import("@modelcontextprotocol/client").OAuthClientProvider} provider
 * @param {string} serverUrl
 * @param {import("@modelcontextprotocol/client").InsufficientScopeError} refusal
 */
export async function widen(provider, serverUrl, refusal) {
  const result = await auth(provider, {
    serverUrl,
    scope: refusal.requiredScope, // expect: review unproven-step-up (advice scope-may-be-missing)
    forceReauthorization: true,
  });
  return result === "AUTHORIZED";
}
