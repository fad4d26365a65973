import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Preferring {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly configured?: string,
    private readonly supported: readonly string[] = [],
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      this.scope = challenge.scope ?? this.configured ?? this.supported.join(" "); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
