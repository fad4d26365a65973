import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** One provider, but the server is that of the response. */
export class Gateway {
  private scope?: string;

  constructor(private readonly provider: OAuthClientProvider) {}

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const serverUrl = new URL(response.url).origin;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl, scope: this.scope });
  }
}
