import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function fill(record: { scope?: string }, wanted: string | undefined): void {
  record.scope = wanted;
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(response: Response, wanted?: string): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    fill(challenge, wanted);
    if (challenge.error !== "insufficient_scope") return;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
