import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class Door {
  private challenged?: string;
  constructor(private readonly provider: OAuthClientProvider, private readonly url: string) {}
  private scopeToAsk() { return this.challenged; }
  async on(reply: Response) {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await this.provider.tokens();
    this.challenged = unionScopes(tokens?.scope, this.challenged, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scopeToAsk() });
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
