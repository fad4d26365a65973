import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Switching {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    switch (error) {
      case "invalid_token":
        await this.provider.invalidateCredentials?.("tokens");
        break;
      case "insufficient_scope":
        if (scope) this.scope = scope; // expect: rewrite replaced-scope
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        break;
      default:
        throw new Error(`Forbidden: ${error}`);
    }
  }
}
