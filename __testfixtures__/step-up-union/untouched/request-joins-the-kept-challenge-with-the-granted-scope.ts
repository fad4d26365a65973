import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Joined {
  private challengedScope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.challengedScope = scope;
      const tokens = await this.provider.tokens();
      await auth(this.provider, {
        serverUrl: this.url,
        scope: [tokens?.scope, this.challengedScope].filter(Boolean).join(" "),
      });
    }
  }
}
