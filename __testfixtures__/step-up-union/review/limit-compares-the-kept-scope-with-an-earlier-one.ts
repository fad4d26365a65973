import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;
  private last?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    if (this.scope === this.last) throw new Error("asked again");
    this.last = this.scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
