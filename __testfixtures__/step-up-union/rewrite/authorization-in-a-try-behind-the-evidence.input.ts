import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<boolean> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return false;
    try {
      return (await auth(this.provider, { serverUrl: this.url, scope })) === "AUTHORIZED"; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen)
    } catch {
      return false;
    }
  }
}
