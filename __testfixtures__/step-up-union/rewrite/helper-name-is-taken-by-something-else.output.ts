import { unionScopes as unionScopes_1 } from "@acme/oauth-scopes";
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The labels of the trade union whose scopes of work overlap. */
function unionScopes(labels: Map<string, number>): number {
  return labels.size;
}

export class Clashing {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes_1(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  labels(): number {
    return unionScopes(new Map());
  }
}
