import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class OneShot {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      // step-up-union-ignore-next-line replaced-scope -- each tool has a token of its own,
      // and the server refuses a token that is good for two
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen) (suppressed)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
