import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onForbidden(provider: OAuthClientProvider, issuer: string, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    const query = new URLSearchParams({ response_type: "code", scope }); // expect: rewrite challenge-only-scope
    await provider.redirectToAuthorization(new URL(`/authorize?${query}`, issuer));
  }
}
