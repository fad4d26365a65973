import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Servers {
  private scope?: string;
  private active: "main" | "admin" = "main";
  private session: { provider: OAuthClientProvider };

  constructor(
    private readonly main: OAuthClientProvider,
    private readonly admin: OAuthClientProvider,
    private readonly url: URL,
  ) {
    this.session = { provider: main };
  }

  private get provider(): OAuthClientProvider {
    return this.active === "main" ? this.main : this.admin;
  }

  private use(provider: OAuthClientProvider): void {
    this.session = { provider };
  }

  /** The tokens of the provider before the change are not those that count. */
  async throughGetter(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.active = "admin";
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async throughMethod(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.use(this.admin);
    const tokens = await this.session.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.session.provider, { serverUrl: this.url, scope: this.scope });
  }

  async throughMethodTooLate(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = unionScopes(this.scope, scope);
    this.use(this.admin);
    await auth(this.session.provider, { serverUrl: this.url, scope: this.scope });
  }

  /** What happens on another way, or after the request, chooses nothing here. */
  async elsewhere(response: Response): Promise<void> {
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

/** The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order. */
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
