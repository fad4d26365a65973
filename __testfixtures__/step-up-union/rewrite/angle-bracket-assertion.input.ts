import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class OldStyle {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _context: { provider: unknown },
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const provider = <OAuthClientProvider>this._context.provider;
    if (error === "insufficient_scope") {
      this._scope = <string>scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(provider, { serverUrl: this._url, scope: this._scope });
    }
  }
}
