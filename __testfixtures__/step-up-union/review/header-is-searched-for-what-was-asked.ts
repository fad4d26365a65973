import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(request: Request): Promise<void> {
    const tokens = await this.provider.tokens();
    const response = await fetch(request, { headers: { authorization: `Bearer ${tokens?.access_token}` } });
    const header = response.headers.get("WWW-Authenticate") ?? "";
    if (this.scope && header.endsWith(`scope="${this.scope}"`)) throw new Error("asked for already");
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
