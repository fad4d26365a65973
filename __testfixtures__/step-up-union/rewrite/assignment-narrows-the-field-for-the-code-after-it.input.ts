import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Narrowing {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly log: (line: string) => void,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      this.log(`asking for ${this.scope.split(" ").length} scopes`);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
