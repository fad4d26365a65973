import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class VaultBackedClient {
  private scope?: string;
  private reads = 0;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {
    const read = provider.tokens.bind(provider);
    provider.tokens = async () => {
      if (++this.reads > 3) throw new Error("the budget of reads is spent");
      return read();
    };
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
