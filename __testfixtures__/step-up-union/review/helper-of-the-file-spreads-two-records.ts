import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function read(response: Response, wanted: { scope?: string }) {
  return { ...extractWWWAuthenticateParams(response), ...wanted };
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(response: Response, wanted: { error?: string; scope?: string }): Promise<void> {
    const challenge = read(response, wanted);
    if (challenge.error !== "insufficient_scope") return;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
