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
      const tokens = await (oauth as OAuthClientProvider).tokens();
      this._scope = unionScopes(tokens?.scope, this._scope, scope as string);
      await auth(oauth as OAuthClientProvider, { serverUrl: this._url, scope: this._scope });
    }
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
