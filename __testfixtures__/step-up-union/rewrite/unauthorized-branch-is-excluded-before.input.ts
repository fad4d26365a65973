import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Separated {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async answer(response: Response): Promise<void> {
    if (response.status !== 401 && response.status !== 403) return;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 401) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return;
    }
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
