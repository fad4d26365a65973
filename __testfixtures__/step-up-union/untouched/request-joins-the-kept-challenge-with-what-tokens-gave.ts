import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const join = (...scopes: (string | undefined)[]): string => [...new Set(scopes.join(" ").split(" "))].join(" ");

export class Joins {
  private scope?: string;
  private rights?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async remember(): Promise<void> {
    const tokens = await this.provider.tokens();
    this.rights = tokens?.scope;
  }

  async onText(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: join(this.rights, this.scope) });
    }
  }
}
