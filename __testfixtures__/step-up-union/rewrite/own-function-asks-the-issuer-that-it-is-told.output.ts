export interface TokenProvider {
  tokens(): Promise<{ access_token: string; scope?: string } | undefined>;
  redirectToAuthorization(url: URL): Promise<void>;
}

async function authorize(provider: TokenProvider, options: { issuer: string; scope?: string }): Promise<void> {
  const url = new URL("/authorize", options.issuer);
  url.searchParams.set("scope", options.scope ?? "base");
  await provider.redirectToAuthorization(url);
}

export class RpcTransport {
  private scope?: string;
  private readonly issuer = "https://auth.example";

  constructor(private readonly provider: TokenProvider) {}

  async handleForbidden(res: Response): Promise<void> {
    const header = res.headers.get("www-authenticate") ?? "";
    const scope = /\bscope="([^"]+)"/.exec(header)?.[1];
    if (!header.includes('error="insufficient_scope"') || !scope) throw new Error("forbidden");
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await authorize(this.provider, { issuer: this.issuer, scope: this.scope });
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
