import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Both {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider?: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this._url);
    if (response.status === 401 && this._authProvider) {
      const { scope } = extractWWWAuthenticateParams(response);
      this._scope = scope; // expect: rewrite replaced-scope-401
      await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
      return fetch(this._url);
    }
    if (response.status === 403 && this._authProvider) {
      const { scope, error } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        if (scope) this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
        return fetch(this._url);
      }
    }
    return response;
  }
}
