import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface ServerState {
  readonly url: URL;
  readonly provider?: OAuthClientProvider;
  oauth: { scope?: string };
}

export class Registry {
  private readonly servers = new Map<string, ServerState>();

  async onForbidden(name: string, response: Response): Promise<void> {
    const server = this.servers.get(name);
    if (!server?.provider) return;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await server.provider.tokens();
      server.oauth.scope = unionScopes(tokens?.scope, server.oauth.scope, scope);
      await auth(server.provider, { serverUrl: server.url, scope: server.oauth.scope });
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
