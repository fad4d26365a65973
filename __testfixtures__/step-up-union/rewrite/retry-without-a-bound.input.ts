import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Tireless {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async send(body: string): Promise<Response> {
    const response = await fetch(this._url, { method: "POST", body });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope") {
      if (scope) {
        this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, unbounded-step-up)
      }
      await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
      return this.send(body);
    }
    return response;
  }
}
