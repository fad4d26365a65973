import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class MeasuredClient {
  private scope?: string;
  reads = 0;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {
    const read = provider.tokens.bind(provider);
    provider.tokens = async () => {
      this.reads++;
      return read();
    };
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
