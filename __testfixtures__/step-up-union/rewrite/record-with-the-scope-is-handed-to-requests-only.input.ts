import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Asked {
  serverUrl: URL;
  scope?: string;
}

export function stepUp(provider: OAuthClientProvider, url: URL) {
  const asked: Asked = { serverUrl: url };
  const askWith = ({ serverUrl, scope }: Asked) => auth(provider, { serverUrl, scope });
  return async (response: Response): Promise<string> => {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return "refused";
    asked.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    console.debug("step-up", asked);
    const again = await auth(provider, { serverUrl: url, scope: asked.scope });
    return again === "AUTHORIZED" ? again : askWith(asked);
  };
}
