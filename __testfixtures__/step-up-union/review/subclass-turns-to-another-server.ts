import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Connected {
  private scope?: string;

  constructor(
    protected provider: OAuthClientProvider,
    protected url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class Moving extends Connected {
  use(provider: OAuthClientProvider, url: URL): void {
    this.provider = provider;
    this.url = url;
  }
}
