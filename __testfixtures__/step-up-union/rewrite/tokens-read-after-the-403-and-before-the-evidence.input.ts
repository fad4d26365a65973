import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Session {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async get(path: string): Promise<Response> {
    const response = await fetch(new URL(path, this._url));
    if (response.status === 403) {
      const tokens = await this._authProvider.tokens();
      if (!tokens?.access_token) throw new Error("not signed in");
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) {
        this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
      }
    }
    return response;
  }
}
