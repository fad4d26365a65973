import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class R {
  private scope?: string;
  constructor(
    private url: string,
    private provider: OAuthClientProvider,
  ) {}
  async on(error: string, scope: string) {
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
