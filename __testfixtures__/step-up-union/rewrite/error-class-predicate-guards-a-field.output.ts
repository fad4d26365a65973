import { InsufficientScopeError, auth, type OAuthClientProvider } from "@modelcontextprotocol/client";
export class Link {
  private scope?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  async call(run: () => Promise<unknown>) {
    try {
      return await run();
    } catch (error) {
      if (!InsufficientScopeError.isInstance(error)) throw error;
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, error.requiredScope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope, forceReauthorization: true });
      return run();
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
