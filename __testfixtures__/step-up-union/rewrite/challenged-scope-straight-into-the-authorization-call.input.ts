import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Codes = { waitForCode(): Promise<string> };

export function withStepUp(provider: OAuthClientProvider & Codes, serverUrl: URL) {
  return async function request(url: URL, init?: RequestInit): Promise<Response> {
    const response = await fetch(url, init);
    if (response.status === 403) {
      const { scope, error, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const result = await auth(provider, {
          serverUrl,
          resourceMetadataUrl,
          scope, // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
        });
        if (result === "REDIRECT") {
          const authorizationCode = await provider.waitForCode();
          await auth(provider, {
            serverUrl,
            resourceMetadataUrl,
            scope, // expect: rewrite challenge-only-scope (advice scope-may-be-missing)
            authorizationCode,
          });
        }
        return fetch(url, init);
      }
    }
    return response;
  };
}
