import { auth, computeScopeUnion, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/client";

export class Deciding {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    if (response.status === 401 || response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response);
      const tokens = await this.provider.tokens();
      this.scope = response.status === 403 ? computeScopeUnion(tokens?.scope, this.scope, scope) : scope; // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}
