import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Sharing {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    if (response.status === 401 || response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope ?? this.scope; // expect: rewrite shared-401-403-handler (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
