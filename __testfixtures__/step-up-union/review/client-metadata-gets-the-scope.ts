import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export async function stepUp(provider: OAuthClientProvider, serverUrl: string, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    provider.clientMetadata.scope = scope; // expect: review scope-side-channel
    await auth(provider, { serverUrl });
  }
}
