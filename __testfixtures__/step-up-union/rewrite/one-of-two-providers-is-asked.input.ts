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
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
      if (this.isAdmin) await auth(this.other, { serverUrl: this.url, scope: this.scope });
      else await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
