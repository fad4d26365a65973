import sdk = require("@modelcontextprotocol/sdk/client/auth.js");

class CommonTransport {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: sdk.OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = sdk.extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await sdk.auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export { CommonTransport };
