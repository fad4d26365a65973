import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Several {
  private scope?: string;
  private isAdmin = false;

  constructor(
    private readonly url: URL,
    private provider: OAuthClientProvider,
    private readonly other: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
      this.provider = this.isAdmin ? this.other : this.provider;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
