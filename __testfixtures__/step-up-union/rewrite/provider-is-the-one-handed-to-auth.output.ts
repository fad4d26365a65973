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
        const tokens = await this._oauthProvider.tokens();
        const wwwAuthHeader = response.headers.get("WWW-Authenticate");
        if (this._lastUpscopingHeader === wwwAuthHeader) throw new UnauthorizedError("upscoping did not help");
        if (scope) this._scope = unionScopes(tokens?.scope, this._scope, scope);
        this._lastUpscopingHeader = wwwAuthHeader ?? undefined;
        await auth(this._oauthProvider, { serverUrl: this._url, scope: this._scope, forceReauthorization: true });
        return this.send(body);
      }
    }
    return response;
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
