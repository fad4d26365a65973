import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class DeMorgan {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (!(response.status === 403 && error === "insufficient_scope")) {
      return response;
    }
    if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url);
  }
}
