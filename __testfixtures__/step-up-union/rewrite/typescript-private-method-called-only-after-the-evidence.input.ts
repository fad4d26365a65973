import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Delegating {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    const { error } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope") {
      await this.stepUp(response);
    }
    return response;
  }

  private async stepUp(response: Response): Promise<void> {
    const { scope } = extractWWWAuthenticateParams(response);
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
