import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Codes = { waitForCode(): Promise<string> };

export function withStepUp(provider: OAuthClientProvider & Codes, serverUrl: URL) {
  return async function request(url: URL, init?: RequestInit): Promise<Response> {
    const response = await fetch(url, init);
    if (response.status === 403) {
      const { scope, error, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const tokens = await provider.tokens();
        const result = await auth(provider, {
          serverUrl,
          resourceMetadataUrl,
          scope: unionScopes(tokens?.scope, scope),
        });
        if (result === "REDIRECT") {
          const authorizationCode = await provider.waitForCode();
          await auth(provider, {
            serverUrl,
            resourceMetadataUrl,
            scope: unionScopes(tokens?.scope, scope),
            authorizationCode,
          });
        }
        return fetch(url, init);
      }
    }
    return response;
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
