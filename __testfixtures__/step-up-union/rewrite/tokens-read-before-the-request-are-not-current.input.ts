import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Api {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async get(path: string): Promise<Response> {
    const tokens = await this._authProvider.tokens();
    const response = await fetch(new URL(path, this._url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope" && scope) {
      this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
    }
    return response;
  }
}
