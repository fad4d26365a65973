import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Connection {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly endpoint: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onUnauthorized(): Promise<void> {
    const tokens = await this.provider.tokens();
    if (tokens?.refresh_token) await this.refresh(tokens.refresh_token);
  }

  private async refresh(token: string): Promise<void> {
    const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: token });
    if (this.scope) form.set("scope", this.scope);
    const response = await fetch(this.endpoint, { method: "POST", body: form });
    await this.provider.saveTokens(await response.json());
  }
}
