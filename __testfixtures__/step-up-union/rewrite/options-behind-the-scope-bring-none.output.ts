import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Options {

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly metadata?: URL,
    private readonly options: { scope?: string } = {},
  ) {}

  async onLiteral(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      const options = { serverUrl: this.url, fetchFn: fetch };
      await auth(this.provider, { scope: unionScopes(tokens?.scope, scope), ...options });
    }
  }

  async onCondition(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      await auth(this.provider, { serverUrl: this.url, scope: unionScopes(tokens?.scope, scope), ...(this.metadata ? { resourceMetadataUrl: this.metadata } : {}) });
    }
  }

  async onChain(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      await auth(this.provider, { serverUrl: this.url, scope: unionScopes(tokens?.scope, scope), ...(this.metadata && { resourceMetadataUrl: this.metadata }) });
    }
  }

  async onAssign(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      await auth(this.provider, Object.assign({ scope: unionScopes(tokens?.scope, scope) }, { serverUrl: this.url }));
    }
  }

  async onUnknownBefore(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      await auth(this.provider, { serverUrl: this.url, ...this.options, scope: unionScopes(tokens?.scope, scope) });
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
