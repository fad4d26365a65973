import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { unionScopes } from "../union-scopes.js";

export class Joined {
  private scope?: string;
  private challengedScope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.challengedScope = scope; // expect: review scope-precedence
      await auth(this.provider, {
        serverUrl: this.url,
        scope: unionScopes(this.scope, this.challengedScope),
      });
    }
  }
}
