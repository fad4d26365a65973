import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async send(body: string, round = 0): Promise<Response> {
    const tokens = await this.provider.tokens();
    const headers = tokens ? { authorization: `Bearer ${tokens.access_token}` } : undefined;
    const response = await fetch(this.url, { method: "POST", body, headers });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (round < 2 && error === "insufficient_scope" && scope !== undefined) {
      const grantedTokens = await this.provider.tokens();
      this.scope = unionScopes(grantedTokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.send(body, round + 1);
    }
    return response;
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
