import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class HttpStatusError extends Error {
  constructor(
    message: string,
    readonly details: { status: number; url: string },
  ) {
    super(message);
  }
}

export class ForkedTransport {
  private _scope: string | undefined;
  private _lastUpscopingHeader: string | null = null;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider | undefined,
  ) {}

  async post(body: string): Promise<Response> {
    const response = await fetch(this._url, { method: "POST", body });
    if (response.status === 403 && this._authProvider) {
      const { scope, error } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const tokens = await this._authProvider.tokens();
        const header = response.headers.get("www-authenticate");
        if (this._lastUpscopingHeader === header) {
          throw new HttpStatusError("The server asks for the same scope again", {
            status: response.status,
            url: response.url,
          });
        }
        this._lastUpscopingHeader = header;
        if (scope) {
          this._scope = unionScopes(tokens?.scope, this._scope, scope);
        }
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
        return this.post(body);
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
