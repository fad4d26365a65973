import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Accumulating {
  private scopes = "";

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  set scope(value: string | undefined) {
    this.scopes = [...new Set([...this.scopes.split(" "), ...(value ?? "").split(" ")])].join(" ").trim();
  }

  get scope(): string | undefined {
    return this.scopes;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
