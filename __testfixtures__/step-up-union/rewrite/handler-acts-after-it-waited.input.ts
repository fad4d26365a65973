import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Waits {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async opened(request: Request): Promise<Response> {
    const response = await fetch(request);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, unbounded-step-up, scope-may-be-missing)
      window.open("about:blank", "login");
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.opened(request);
    }
    return response;
  }

  async after(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      window.open("/done");
    }
  }
}
