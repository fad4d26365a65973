import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Logged {
  private scope?: string;
  private readonly kept = new Map<string, string | undefined>();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  get requested(): string | undefined {
    return this.scope;
  }

  log(): void {
    console.debug(`asked for ${this.scope}`, { key: this.scope });
  }

  keep(): void {
    this.kept.set("scope", this.scope);
  }

  authorizationUrl(): string {
    return `${this.url.href}?client_id=client&scope=${encodeURIComponent(this.scope ?? "")}`;
  }
}
