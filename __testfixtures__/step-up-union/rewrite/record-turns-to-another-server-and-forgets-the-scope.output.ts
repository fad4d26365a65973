import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export function makeClient(first: { url: string; provider: OAuthClientProvider }) {
  const state: { url: string; provider: OAuthClientProvider; scope: string | undefined } = { ...first, scope: undefined };
  return {
    use(url: string, provider: OAuthClientProvider) {
      state.url = url;
      state.provider = provider;
      state.scope = undefined;
    },
    async onForbidden(res: Response) {
      const { error, scope } = extractWWWAuthenticateParams(res);
      if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
      state.scope = unionScopes(state.scope, scope);
      await auth(state.provider, { serverUrl: state.url, scope: state.scope });
    },
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
