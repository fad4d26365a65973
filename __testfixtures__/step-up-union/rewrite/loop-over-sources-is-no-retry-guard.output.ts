import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Source {
  url: string;
  provider: OAuthClientProvider;
  scope?: string;
}

export async function readAll(sources: Source[]): Promise<void> {
  for (const source of sources) {
    for (let tries = 0; tries < 2; tries++) {
      const reply = await fetch(source.url);
      if (reply.status !== 403) break;
      const { error, scope } = extractWWWAuthenticateParams(reply);
      if (error !== "insufficient_scope") break;
      const tokens = await source.provider?.tokens();
      source.scope = unionScopes(tokens?.scope, source.scope, scope);
      if ((await auth(source.provider, { serverUrl: source.url, scope: source.scope })) !== "AUTHORIZED") break;
    }
  }
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
