import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class OnceTransport {
  private _scope?: string;
  private _steppedUp = false;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider?: OAuthClientProvider,
  ) {}

  async send(body: string): Promise<Response> {
    const response = await fetch(this._url, { method: "POST", body });
    if (response.status === 403 && this._authProvider) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && !this._steppedUp) {
        this._steppedUp = true;
        if (scope) this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
        return this.send(body);
      }
    }
    return response;
  }
}
