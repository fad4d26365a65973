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
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
