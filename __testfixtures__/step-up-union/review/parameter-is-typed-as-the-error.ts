import { auth, InsufficientScopeError, type OAuthClientProvider } from "@modelcontextprotocol/client";
export async function reauthorize(provider: OAuthClientProvider, serverUrl: string, refusal: InsufficientScopeError) {
  await auth(provider, { serverUrl, scope: refusal.requiredScope, forceReauthorization: true }); // expect: review unproven-step-up (advice scope-may-be-missing)
}
