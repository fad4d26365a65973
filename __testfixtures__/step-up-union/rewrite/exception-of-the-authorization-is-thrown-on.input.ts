import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;
  onerror?: (error: unknown) => void;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    try {
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    } catch (cause) {
      this.onerror?.(cause);
      throw cause;
    }
  }
}
