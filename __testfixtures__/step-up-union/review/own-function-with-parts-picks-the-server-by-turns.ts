export interface TokenProvider {
  tokens(): Promise<{ access_token: string; scope?: string } | undefined>;
  saveTokens(tokens: { access_token: string; scope?: string }): Promise<void>;
  getAuthorizationCode(url: URL): Promise<string>;
}
let turn = 0;
const servers = ["https://a.example", "https://b.example"];

async function authorize(provider: TokenProvider, options: { prompt: string; scope?: string }): Promise<void> {
  const url = new URL("/authorize", servers[turn++ % servers.length]);
  url.searchParams.set("prompt", options.prompt);
  url.searchParams.set("scope", options.scope ?? "base");
  const code = await provider.getAuthorizationCode(url);
  const res = await fetch("https://a.example/token", { method: "POST", body: new URLSearchParams({ code }) });
  await provider.saveTokens(await res.json());
}

export class RpcTransport {
  private scope?: string;

  constructor(private readonly provider: TokenProvider) {}

  async handleForbidden(res: Response): Promise<void> {
    const header = res.headers.get("www-authenticate") ?? "";
    const scope = /\bscope="([^"]+)"/.exec(header)?.[1];
    if (!header.includes('error="insufficient_scope"') || !scope) throw new Error("forbidden");
    this.scope = scope; // expect: review unfit-sink
    await authorize(this.provider, { prompt: "consent", scope: this.scope });
  }
}
