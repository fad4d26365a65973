import { auth, extractWWWAuthenticateParams, type AuthProvider, type OAuthClientProvider, UnauthorizedError } from "@modelcontextprotocol/client";

export class TwoProviders {
  private _scope?: string;
  private _lastUpscopingHeader?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider?: AuthProvider,
    private readonly _oauthProvider?: OAuthClientProvider,
  ) {}

  async send(body: string): Promise<Response> {
    const token = await this._authProvider?.token();
    const response = await fetch(this._url, { method: "POST", body, headers: { authorization: `Bearer ${token}` } });
    if (response.status === 403 && this._oauthProvider) {
      const { scope, error } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const wwwAuthHeader = response.headers.get("WWW-Authenticate");
        if (this._lastUpscopingHeader === wwwAuthHeader) throw new UnauthorizedError("upscoping did not help");
        if (scope) this._scope = scope; // expect: rewrite replaced-scope
        this._lastUpscopingHeader = wwwAuthHeader ?? undefined;
        await auth(this._oauthProvider, { serverUrl: this._url, scope: this._scope, forceReauthorization: true });
        return this.send(body);
      }
    }
    return response;
  }
}
