import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const join = (...scopes: (string | undefined)[]) => scopes.filter(Boolean).join(" ");

interface Store {
  update(part: { scope?: string }): void;
  current(): { scope?: string };
}

export class Client {
  private readonly byUrl = new Map<string, string>();
  private readonly challenged = new Map<string, string | undefined>();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly store: Store,
  ) {}

  async joinsTheEntry(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const union = join(this.byUrl.get(response.url), scope);
      this.byUrl.set(response.url, union);
      this.challenged.set(response.url, scope);
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.byUrl.get(response.url) });
    }
  }

  async joinsInTheStore(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.store.update({ scope: join(this.store.current().scope, scope) }); // expect: already-union union-kept
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.store.current().scope });
    }
  }
}
