import { auth, type OAuthClientProvider } from "@modelcontextprotocol/client";

export class CliSession {
  constructor(
    private readonly url: string,
    private readonly provider: OAuthClientProvider,
  ) {}

  async authorizeScopeChallenge(requiredScope: string): Promise<void> {
    await auth(this.provider, { serverUrl: this.url, scope: requiredScope, forceReauthorization: true }); // expect: review unproven-step-up
  }

  async switchAccount(scope: string): Promise<void> {
    await auth(this.provider, { serverUrl: this.url, scope, forceReauthorization: true });
  }
}
