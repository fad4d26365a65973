import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class TwoWays {
  constructor(
    private readonly url: URL,
    private readonly provider?: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response, authorizationCode: string): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const result = await auth(this.provider!, { serverUrl: this.url, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
      if (result === "AUTHORIZED") return;
      await auth(this.provider as OAuthClientProvider, { serverUrl: this.url, scope, authorizationCode }); // expect: rewrite challenge-only-scope (advice scope-may-be-missing)
    }
  }
}
