import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** While it waits or calls, another response may set the field. */
export class Client {
  private isStepUp = false;
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly settle: () => Promise<void>,
  ) {}

  async waits(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.isStepUp = error === "insufficient_scope";
    await this.settle();
    if (this.isStepUp) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }

  async calls(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.isStepUp = error === "insufficient_scope";
    void this.settle();
    if (this.isStepUp) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}
