import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Microsoft's dialect; insufficient_scope is not known there. */
export class Claims {
  private scope?: string;

  constructor(private readonly provider: OAuthClientProvider) {}

  async onChallenge(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_claims") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: response.url, scope: this.scope });
    }
  }
}
