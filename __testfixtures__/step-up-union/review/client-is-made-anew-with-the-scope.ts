import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class C {
  constructor(
    private provider: OAuthClientProvider,
    private url: URL,
    private scope?: string,
  ) {}
  start() {
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
  async on(res: Response): Promise<unknown> {
    const ch = extractWWWAuthenticateParams(res);
    const { error, scope } = ch;
    if (error === "insufficient_scope") {
      const next = new C(this.provider, this.url, scope); // expect: review scope-side-channel
      return next.on(res);
    }
    return undefined;
  }
}
