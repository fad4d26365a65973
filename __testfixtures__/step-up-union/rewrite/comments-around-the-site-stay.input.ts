import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Answers 403s. */
export class Commented {
  private _scope?: string; // what we asked for last

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") { // RFC 6750, section 3.1
      // The server knows best:
      /* keep */ this._scope /* ours */ = /* theirs */ scope; // replaced // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
    }
  }
}
