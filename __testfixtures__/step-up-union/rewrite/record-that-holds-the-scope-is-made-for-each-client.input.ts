import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Asked {
  scope?: string;
}

const begin = (): Asked => ({ scope: undefined });

export function upstream(provider: OAuthClientProvider, url: URL) {
  const asked = begin();
  return async (response: Response): Promise<void> => {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
    const held = asked;
    held.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: url, scope: held.scope });
  };
}
