import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Guarded {
  private scope?: string;
  private attempts = 0;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    if (response.status === 401 || response.status === 403) {
      if (this.attempts > 1) throw new Error("authorization does not help");
      this.attempts++;
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope; // expect: rewrite shared-401-403-handler (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.get();
    }
    return response;
  }
}
