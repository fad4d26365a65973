import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { unionScopes } from "@acme/oauth-scopes";

export class Migrated {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this._authProvider.tokens();
      if (scope) this._scope = unionScopes(tokens?.scope, this._scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
    }
  }
}
