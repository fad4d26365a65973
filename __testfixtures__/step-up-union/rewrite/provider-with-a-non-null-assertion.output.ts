import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Asserting {
  private _scope?: string;
  private _authProvider?: OAuthClientProvider;

  constructor(private readonly _url: URL) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this._authProvider!.tokens();
      this._scope = unionScopes(tokens?.scope, this._scope, scope!);
      await auth(this._authProvider!, { serverUrl: this._url, scope: this._scope });
    }
  }

  connect(provider: OAuthClientProvider): void {
    this._authProvider ??= provider;
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
