import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Refusal {
  error?: string;
  scope?: string;
}

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const header: Refusal = extractWWWAuthenticateParams(response);
    const challenge = header.error ? header : ((await response.json()) as Refusal);
    if (challenge.error === "insufficient_scope") {
      const { scope } = challenge ?? {};
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
