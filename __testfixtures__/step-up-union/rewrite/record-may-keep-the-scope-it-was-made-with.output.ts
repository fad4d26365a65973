import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Records {

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly allScopes: string,
    private readonly isWide: boolean,
  ) {}

  async onCondition(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      const options: { serverUrl: URL; scope?: string } = { serverUrl: this.url, scope: unionScopes(tokens?.scope, scope) };
      if (this.isWide) options.scope = this.allScopes;
      await auth(this.provider, options);
    }
  }

  async onLater(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      const options: { serverUrl: URL; scope?: string } = { serverUrl: this.url, scope: unionScopes(tokens?.scope, scope) };
      await auth(this.provider, options);
      options.scope = this.allScopes;
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
