import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Nullable {
  private scope: string | null = null;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope ?? null; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url, scope: this.scope ?? undefined });
    }
  }
}
