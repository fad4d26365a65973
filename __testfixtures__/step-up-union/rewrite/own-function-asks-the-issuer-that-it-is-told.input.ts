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
    this.scope = scope; // expect: rewrite replaced-scope
    await authorize(this.provider, { issuer: this.issuer, scope: this.scope });
  }
}
