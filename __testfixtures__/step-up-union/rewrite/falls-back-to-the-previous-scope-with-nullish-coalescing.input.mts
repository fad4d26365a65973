import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Coalescing {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      this.scope = challenge.scope ?? this.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
