import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Lasting {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private provider?: OAuthClientProvider,
  ) {}

  use(provider: OAuthClientProvider): void {
    this.provider ??= provider;
  }

  async onForbidden(response: Response): Promise<void> {
    if (!this.provider) throw new Error("no provider");
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
