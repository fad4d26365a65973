import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Scope = string;

export class Aliased {
  private scope: Scope = "";

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
