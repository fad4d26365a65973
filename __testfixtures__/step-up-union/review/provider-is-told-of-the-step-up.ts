import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface StepUpProvider extends OAuthClientProvider {
  markStepUpPending(scope: string): void;
}

export class Telling {
  constructor(
    private readonly url: URL,
    private readonly provider: StepUpProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.provider.markStepUpPending(scope); // expect: review scope-side-channel
      await auth(this.provider, { serverUrl: this.url });
    }
  }
}
