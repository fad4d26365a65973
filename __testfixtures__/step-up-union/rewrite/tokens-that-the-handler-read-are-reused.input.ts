import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Reporter {
  private _scope?: string;
  private _lastHeader?: string | null;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
    private readonly _log: (line: string) => void,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const held = await this._authProvider.tokens();
      this._log(`held: ${held?.scope ?? "nothing"}, wanted: ${scope ?? "unknown"}`);
      const header = response.headers.get("www-authenticate");
      if (this._lastHeader === header) throw new Error("step-up did not help");
      this._lastHeader = header;
      if (scope) {
        this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      }
      await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
    }
  }
}
