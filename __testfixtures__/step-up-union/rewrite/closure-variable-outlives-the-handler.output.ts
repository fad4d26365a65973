import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { FetchLike } from "../shared/transport.js";

export function createStepUpFetch(provider: OAuthClientProvider, serverUrl: URL, next: FetchLike = fetch): FetchLike {
  let currentScope: string | undefined;

  return async (url, init) => {
    const response = await next(url, init);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope") {
      const tokens = await provider.tokens();
      if (scope) {
        currentScope = unionScopes(tokens?.scope, currentScope, scope);
      }
      const result = await auth(provider, { serverUrl, scope: currentScope });
      if (result === "AUTHORIZED") return next(url, init);
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
