import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** What is only told of a step-up, or thrown for one and caught right there, says nothing of what comes behind it. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly onerror: (failure: Error) => void,
  ) {}

  async tellsOfIt(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") this.onerror(new Error("more access is needed"));
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }

  async tellsOfItWithItsStatus(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    response.status === 403 && error === "insufficient_scope" && this.onerror(new Error("more access is needed"));
    if (response.status === 403 && error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }

  async catchesWhatItThrowsForIt(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    try {
      if (error === "insufficient_scope") throw new Error("more access is needed");
      await response.body?.cancel();
    } catch (cause) {
      this.onerror(cause as Error);
    }
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
