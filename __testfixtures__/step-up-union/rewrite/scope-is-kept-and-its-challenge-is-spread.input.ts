import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export interface Session {
  readonly url: URL;
  readonly provider: OAuthClientProvider;
  scope?: string;
}

export async function onRefused(session: Session, response: Response): Promise<void> {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error === "insufficient_scope") {
    session.scope = challenge.scope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
    await auth(session.provider, {
      serverUrl: session.url,
      ...challenge, // what the server told us // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    });
  }
}
