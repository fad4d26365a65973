import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Pair {
  private request: [URL, string | undefined] = [new URL("https://server.example"), undefined];

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.request = [this.url, scope]; // expect: review scope-collection
      await auth(this.provider, { serverUrl: this.url, scope: this.request[1] });
    }
  }
}
