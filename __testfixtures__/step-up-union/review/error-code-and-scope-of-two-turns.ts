import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(responses: readonly Response[]): Promise<void> {
    let error: string | undefined;
    let scope: string | undefined;
    for (const response of responses) {
      const challenge = extractWWWAuthenticateParams(response);
      if (challenge.error) error = challenge.error;
      scope = challenge.scope;
    }
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
