import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Server {
  readonly provider: OAuthClientProvider;
  readonly url: URL;
  scope?: string;
}

export class Host {
  private current?: Server;

  select(server: Server): void {
    this.current = server;
  }

  async onForbidden(response: Response): Promise<void> {
    if (!this.current) return;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.current.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.current.provider, { serverUrl: this.current.url, scope: this.current.scope });
  }
}
