import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const EVERYDAY = "profile";

export class EverydayClient {
  private scope = EVERYDAY;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await this.authorize();
  }

  async startAnew(): Promise<void> {
    this.scope = EVERYDAY;
    await this.authorize();
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
