import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Options {

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly metadata?: URL,
    private readonly options: { scope?: string } = {},
  ) {}

  async onLiteral(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const options = { serverUrl: this.url, fetchFn: fetch };
      await auth(this.provider, { scope, ...options }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }

  async onCondition(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, scope, ...(this.metadata ? { resourceMetadataUrl: this.metadata } : {}) }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }

  async onChain(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, scope, ...(this.metadata && { resourceMetadataUrl: this.metadata }) }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }

  async onAssign(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, Object.assign({ scope }, { serverUrl: this.url })); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }

  async onUnknownBefore(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, ...this.options, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }
}
