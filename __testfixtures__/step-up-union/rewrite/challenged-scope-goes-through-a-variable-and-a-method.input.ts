import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Indirect {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    const wanted = challenge.scope;
    if (challenge.error === "insufficient_scope" && wanted) {
      const trimmed = wanted.trim();
      this.scope = trimmed; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
