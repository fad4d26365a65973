import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onRefused(provider: OAuthClientProvider, serverUrl: URL, response: Response): Promise<void> {
  const { error, ...details } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") return;
  await auth(provider, {
    serverUrl,
    ...details, // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
  });
}
