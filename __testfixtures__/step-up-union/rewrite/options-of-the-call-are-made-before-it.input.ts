import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onForbidden(provider: OAuthClientProvider, serverUrl: URL, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const options = { serverUrl, scope }; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(provider, options);
  }
}
