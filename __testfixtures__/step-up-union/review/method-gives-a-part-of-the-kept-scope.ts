import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class C {
  private scope = "";
  constructor(private readonly provider: OAuthClientProvider, private readonly serverUrl: string) {}
  private wants() { return this.scope.split(" "); }
  async on(reply: Response) {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wants()[0] });
  }
}
