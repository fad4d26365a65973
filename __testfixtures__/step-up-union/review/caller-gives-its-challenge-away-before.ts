import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { readInto } from "@acme/settings";

class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    readInto(challenge);
    await this.stepUp(challenge);
  }

  private async stepUp(challenge: { error?: string; scope?: string }): Promise<void> {
    if (challenge.error !== "insufficient_scope") return;
    this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

export const onRefused = (provider: OAuthClientProvider, serverUrl: URL, response: Response): Promise<void> =>
  new Client(provider, serverUrl).onRefused(response);
