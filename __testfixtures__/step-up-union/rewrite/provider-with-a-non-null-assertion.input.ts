import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Asserting {
  private _scope?: string;
  private _authProvider?: OAuthClientProvider;

  constructor(private readonly _url: URL) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this._scope = scope!; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this._authProvider!, { serverUrl: this._url, scope: this._scope });
    }
  }

  connect(provider: OAuthClientProvider): void {
    this._authProvider ??= provider;
  }
}
