import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Replaying {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async replay(response: Response, request: Request): Promise<Response> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) {
        this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      }
      await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
      const tokens = await this._authProvider.tokens();
      return fetch(request, { headers: { authorization: `Bearer ${tokens?.access_token}` } });
    }
    return response;
  }
}
