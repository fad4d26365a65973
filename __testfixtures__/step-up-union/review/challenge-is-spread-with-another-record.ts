import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(response: Response, settings: { scope?: string }): Promise<void> {
    const challenge = { ...extractWWWAuthenticateParams(response), ...settings };
    if (challenge.error !== "insufficient_scope") return;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
