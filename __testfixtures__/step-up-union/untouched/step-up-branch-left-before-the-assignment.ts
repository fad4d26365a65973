import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class LeavesFirst {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onUnauthorized(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      throw new Error("More scope is needed, and this client never steps up");
    }
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
