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
      const started = Date.now();
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.session.provider, { serverUrl: this.url, scope: this.scope });
      this.use(this.main);
      console.debug(Date.now() - started);
    }
  }
}
