import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Server {
  readonly provider: OAuthClientProvider;
  readonly url: URL;
  scope?: string;
}

export class Host {
  private current: Server;

  constructor(provider: OAuthClientProvider, url: URL) {
    this.current = { provider, url };
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const server = this.current;
    const tokens = await server.provider?.tokens();
    server.scope = unionScopes(tokens?.scope, server.scope, scope);
    await auth(server.provider, { serverUrl: server.url, scope: server.scope });
  }

  select(provider: OAuthClientProvider, url: URL): void {
    this.current = { provider, url };
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
