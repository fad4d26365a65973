import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;
  constructor(private url: string, private provider: OAuthClientProvider) {}
  use(url: string, provider: OAuthClientProvider) { this.url = url; this.provider = provider; this.scope = undefined; }
  async onForbidden(res: Response) {
    const { error, scope } = extractWWWAuthenticateParams(res);
    if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
    const held = await this.provider.tokens();
    if (!held) return;
    this.scope = unionScopes(this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
