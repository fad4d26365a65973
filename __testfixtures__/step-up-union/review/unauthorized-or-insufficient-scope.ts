import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Either {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    const needsAuthorization = response.status === 401 || (response.status === 403 && error === "insufficient_scope");
    if (needsAuthorization) {
      this.scope = scope; // expect: review shared-401-403-handler (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}
