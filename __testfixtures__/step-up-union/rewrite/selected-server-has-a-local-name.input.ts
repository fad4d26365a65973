import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Server {
  readonly provider: OAuthClientProvider;
  readonly url: URL;
  scope?: string;
}

export class Host {
  private current: Server;

  constructor(provider: OAuthClientProvider, url: URL) {
    this.current = { provider, url };
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const server = this.current;
    server.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(server.provider, { serverUrl: server.url, scope: server.scope });
  }

  select(provider: OAuthClientProvider, url: URL): void {
    this.current = { provider, url };
  }
}
