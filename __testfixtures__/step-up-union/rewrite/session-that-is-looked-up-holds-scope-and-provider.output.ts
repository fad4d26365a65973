import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Session {
  readonly provider: OAuthClientProvider;
  readonly url: URL;
  scope?: string;
}

export class Sessions {
  private readonly sessions = new Map<string, Session>();

  async onRefused(id: string, response: Response): Promise<void> {
    const session = this.sessions.get(id);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (!session || error !== "insufficient_scope" || !scope) return;
    const tokens = await session.provider?.tokens();
    session.scope = unionScopes(tokens?.scope, session.scope, scope);
    await auth(session.provider, { serverUrl: session.url, scope: session.scope });
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
