import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Stops {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly isIdle: boolean,
  ) {}

  async onThrow(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      if (!this.scope) throw new Error("The challenge names no scope");
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onReturn(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      if (this.isIdle || this.scope === undefined) return;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onBranch(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      if (this.scope) {
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
    }
  }
}
