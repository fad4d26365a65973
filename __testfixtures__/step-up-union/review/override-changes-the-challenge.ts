import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  protected see(challenge: { scope?: string }): void {
    console.debug(challenge.scope);
  }

  async onRefused(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    this.see(challenge);
    if (challenge.error !== "insufficient_scope") return;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

export class ChangingClient extends Client {
  protected override see(challenge: { scope?: string }): void {
    challenge.scope = "all";
  }
}
