import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Choosing {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.scope = error === "insufficient_scope" ? scope : this.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async onRefusedAgain(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    await auth(this.provider, {
      serverUrl: this.url,
      scope: challenge.error !== "insufficient_scope" ? this.scope : challenge.scope, // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    });
  }
}
