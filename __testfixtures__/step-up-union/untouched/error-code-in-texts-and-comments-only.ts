import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  // if (error === "insufficient_scope") { this.scope = scope; }
  async onRefused(response: Response): Promise<void> {
    const { scope } = extractWWWAuthenticateParams(response);
    const hint = `if (error === "insufficient_scope") this.scope = scope;`;
    if (response.status === 401) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return;
    }
    throw new Error(hint);
  }
}
