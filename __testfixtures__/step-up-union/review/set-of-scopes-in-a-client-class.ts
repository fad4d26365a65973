import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scopes = new Set<string>();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scopes = new Set(scope?.split(" ")); // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: [...this.scopes].join(" ") });
    }
  }
}
