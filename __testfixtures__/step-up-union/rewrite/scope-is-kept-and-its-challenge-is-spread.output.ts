import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export interface Session {
  readonly url: URL;
  readonly provider: OAuthClientProvider;
  scope?: string;
}

export async function onRefused(session: Session, response: Response): Promise<void> {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error === "insufficient_scope") {
    const tokens = await session.provider.tokens();
    session.scope = unionScopes(tokens?.scope, session.scope, challenge.scope);
    await auth(session.provider, {
      serverUrl: session.url,
      ...challenge,
      scope: unionScopes(tokens?.scope, challenge.scope), // what the server told us
    });
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
