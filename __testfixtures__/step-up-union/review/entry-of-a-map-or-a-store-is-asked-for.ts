import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Store {
  update(part: { scope?: string }): void;
  current(): { scope?: string };
}

export class Client {
  private readonly scopes = new Map<string, string>();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly store: Store,
  ) {}

  async keepsAnEntry(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scopes.set(response.url, scope); // expect: review scope-side-channel
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scopes.get(response.url) });
    }
  }

  async updatesAStore(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.store.update({ scope }); // expect: review scope-side-channel
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.store.current().scope });
    }
  }
}
