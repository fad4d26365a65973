import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

let requestedScope: string | undefined;
let lastChallenge: string | null = null;

export async function authorizedFetch(provider: OAuthClientProvider, url: URL): Promise<Response> {
  const response = await fetch(url);
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    const header = response.headers.get("www-authenticate");
    if (lastChallenge === header) return response;
    lastChallenge = header;
    requestedScope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: url, scope: requestedScope });
    return authorizedFetch(provider, url);
  }
  return response;
}
