import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Again {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly allScopes: string,
  ) {}

  async onOther(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope;
      this.scope = this.allScopes;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onReset(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (scope) this.scope = scope;
      this.scope = undefined;
    }
  }
}
