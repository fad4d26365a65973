import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;
  private readonly providers = new Map<string, OAuthClientProvider>();

  constructor(
    private readonly url: URL,
    provider: OAuthClientProvider,
  ) {
    this.providers.set("own", provider);
  }

  private get provider(): OAuthClientProvider {
    return this.providers.get("own") as OAuthClientProvider;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
