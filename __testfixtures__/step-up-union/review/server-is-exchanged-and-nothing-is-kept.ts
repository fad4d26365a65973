import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Switchable {
  constructor(private url: string, private provider: OAuthClientProvider) {}
  use(url: string, provider: OAuthClientProvider) {
    this.url = url;
    this.provider = provider;
  }
  async onForbidden(res: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(res);
    if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
    await auth(this.provider, { serverUrl: this.url, scope }); // expect: review unfit-sink (advice refresh-cannot-widen)
  }
}
