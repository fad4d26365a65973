import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export enum BearerError {
  InvalidToken = "invalid_token",
  InsufficientScope = "insufficient_scope",
}

export class Enumerated {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === BearerError.InvalidToken) {
      this.scope = scope;
    } else if (error === BearerError.InsufficientScope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
