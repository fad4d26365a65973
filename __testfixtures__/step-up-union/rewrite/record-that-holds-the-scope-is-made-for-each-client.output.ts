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
    const tokens = await provider.tokens();
    const held = asked;
    held.scope = unionScopes(tokens?.scope, held.scope, scope);
    await auth(provider, { serverUrl: url, scope: held.scope });
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
