import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class Door {
  private challenged?: string;
  constructor(private readonly provider: OAuthClientProvider, private readonly url: string) {}
  private scopeToAsk() { return this.challenged; }
  async on(reply: Response) {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (error !== "insufficient_scope" || !scope) return;
    this.challenged = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scopeToAsk() });
  }
}
