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
        const header = response.headers.get("www-authenticate");
        if (this._lastUpscopingHeader === header) {
          throw new HttpStatusError("The server asks for the same scope again", {
            status: response.status,
            url: response.url,
          });
        }
        this._lastUpscopingHeader = header;
        if (scope) {
          this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        }
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
        return this.post(body);
      }
    }
    return response;
  }
}
