import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class GalleryClient {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  private async once(body: string): Promise<Response> {
    const tokens = await this.provider.tokens();
    const headers = { authorization: `Bearer ${tokens?.access_token}` };
    return fetch(this.url, { method: "POST", headers, body });
  }

  async retry(response: Response, body: string): Promise<Response> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    const tokens = await this.provider.tokens();
    if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);
    if (scope) return this.once(body);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return this.once(body);
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
