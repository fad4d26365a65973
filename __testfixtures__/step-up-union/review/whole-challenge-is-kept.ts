import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class T {
  private lastChallenge?: ReturnType<typeof extractWWWAuthenticateParams>;
  constructor(
    private provider: OAuthClientProvider,
    private url: URL,
  ) {}
  async on(res: Response) {
    const challenge = extractWWWAuthenticateParams(res);
    if (challenge.error === "insufficient_scope") {
      this.lastChallenge = challenge; // expect: review scope-side-channel
      await this.login();
    }
  }
  private login() {
    return auth(this.provider, { serverUrl: this.url, scope: this.lastChallenge?.scope });
  }
}
