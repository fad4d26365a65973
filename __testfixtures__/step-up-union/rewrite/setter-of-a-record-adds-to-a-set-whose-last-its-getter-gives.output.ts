import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export function createHandler(provider: OAuthClientProvider, serverUrl: string) {
  const names = new Set<string>();
  const request = {
    get scope(): string | undefined {
      return Array.from(names).slice(-2).join(" ");
    },
    set scope(next: string | undefined) {
      next?.split(" ").forEach((name) => names.add(name));
    },
  };
  return async function handle(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    const tokens = await provider.tokens();
    request.scope = unionScopes(tokens?.scope, request.scope, scope);
    await auth(provider, { serverUrl, scope: request.scope });
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
