import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Sessions {
  private scope?: string;
  private session: { provider: OAuthClientProvider };

  constructor(
    private readonly main: OAuthClientProvider,
    private readonly url: URL,
  ) {
    this.session = { provider: main };
  }

  private use(provider: OAuthClientProvider): void {
    this.session = { provider };
  }

  /** What happens on another way, or after the request, chooses nothing here. */
  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "invalid_token") {
      this.use(this.main);
    } else if (error === "insufficient_scope" && scope) {
      const tokens = await this.session.provider.tokens();
      const started = Date.now();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.session.provider, { serverUrl: this.url, scope: this.scope });
      this.use(this.main);
      console.debug(Date.now() - started);
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
