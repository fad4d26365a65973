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
    const tokens = await provider.tokens();
    asked.scope = unionScopes(tokens?.scope, asked.scope, scope);
    console.debug("step-up", asked);
    const again = await auth(provider, { serverUrl: url, scope: asked.scope });
    return again === "AUTHORIZED" ? again : askWith(asked);
  };
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
