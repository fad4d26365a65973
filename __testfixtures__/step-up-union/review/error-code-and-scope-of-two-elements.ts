import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(responses: readonly Response[]): Promise<void> {
    const challenges = responses.map((response) => extractWWWAuthenticateParams(response));
    const first = challenges[0];
    const last = challenges.at(-1);
    if (first?.error !== "insufficient_scope") return;
    this.scope = last?.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
