import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const { error } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    const match = /scope="([^"]+)"/.exec(response.headers.get("www-authenticate") ?? "");
    this.scope = match ? match[1] : this.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
