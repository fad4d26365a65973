import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class ReadsAgain {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    let answer = response;
    const { error } = extractWWWAuthenticateParams(answer);
    if (error === "insufficient_scope") {
      answer = await fetch(this.url);
      this.scope = extractWWWAuthenticateParams(answer).scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
