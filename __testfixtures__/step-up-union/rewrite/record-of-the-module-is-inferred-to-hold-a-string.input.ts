import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const session = { scope: "", opened: 0 };

export async function send(url: URL, provider: OAuthClientProvider): Promise<void> {
  const response = await fetch(url);
  session.opened += 1;
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    session.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: url, scope: session.scope });
  }
}
