import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Choosing {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    const scope = challenge.error === "insufficient_scope" ? challenge.scope : this.scope;
    await auth(this.provider, { serverUrl: this.url, scope }); // expect: review scope-precedence (advice refresh-cannot-widen)
  }
}
