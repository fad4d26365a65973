import { InsufficientScopeError, auth, type OAuthClientProvider } from "@modelcontextprotocol/client";
export class Link {
  private scope?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  async call(run: () => Promise<unknown>) {
    try {
      return await run();
    } catch (error) {
      if (!InsufficientScopeError.isInstance(error)) throw error;
      this.scope = error.requiredScope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope, forceReauthorization: true });
      return run();
    }
  }
}
