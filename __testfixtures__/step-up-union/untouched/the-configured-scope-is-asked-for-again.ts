import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Configured {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly fullScope: string,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = this.fullScope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
