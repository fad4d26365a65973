import { auth, computeScopeUnion, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/client";

export class Late {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async replaced(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      this.scope = computeScopeUnion(this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async capturedAfter(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      const previous = this.scope;
      this.scope = computeScopeUnion(previous, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
