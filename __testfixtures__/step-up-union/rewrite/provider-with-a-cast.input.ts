import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Casting {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _services: Map<string, unknown>,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const oauth = this._services.get("oauth");
    if (error === "insufficient_scope") {
      this._scope = scope as string; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(oauth as OAuthClientProvider, { serverUrl: this._url, scope: this._scope });
    }
  }
}
