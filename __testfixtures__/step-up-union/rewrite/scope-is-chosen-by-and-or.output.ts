import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class C {
  private scope?: string;
  constructor(
    private provider: OAuthClientProvider,
    private url: URL,
  ) {}
  async on(res: Response): Promise<unknown> {
    const ch = extractWWWAuthenticateParams(res);
    const { error, scope } = ch;
    await auth(this.provider, { serverUrl: this.url, scope: (error === "insufficient_scope" && unionScopes((await this.provider.tokens())?.scope, scope)) || this.scope });
    return undefined;
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
