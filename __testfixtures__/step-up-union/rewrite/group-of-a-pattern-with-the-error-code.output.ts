import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Downloads {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(path: string, again = true): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    const found = /error="insufficient_scope",\s?scope="([^"]+)"/.exec(response.headers.get("www-authenticate") ?? "");
    if (response.status === 403 && found?.[1] && again) {
      const grantedTokens = await this.provider.tokens();
      this.scope = unionScopes(grantedTokens?.scope, this.scope, found[1]);
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result === "AUTHORIZED") return this.get(path, false);
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
