import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** By whatever name the provider goes, it is the one that is asked. */
export class Client {
  private scope?: string;

  constructor(
    private readonly authProvider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async headers(): Promise<Record<string, string>> {
    const { authProvider: provider } = this;
    const tokens = await provider.tokens();
    this.scope ??= tokens?.scope;
    return { authorization: `Bearer ${tokens?.access_token}` };
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await this.authProvider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.authProvider, { serverUrl: this.serverUrl, scope: this.scope });
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
