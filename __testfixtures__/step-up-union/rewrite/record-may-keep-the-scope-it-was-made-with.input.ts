import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Records {

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly allScopes: string,
    private readonly isWide: boolean,
  ) {}

  async onCondition(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const options: { serverUrl: URL; scope?: string } = { serverUrl: this.url, scope }; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
      if (this.isWide) options.scope = this.allScopes;
      await auth(this.provider, options);
    }
  }

  async onLater(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const options: { serverUrl: URL; scope?: string } = { serverUrl: this.url, scope }; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, options);
      options.scope = this.allScopes;
    }
  }
}
