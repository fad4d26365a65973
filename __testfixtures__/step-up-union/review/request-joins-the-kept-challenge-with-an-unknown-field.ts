import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare function join(...parts: (string | undefined)[]): string;

export class Joins {
  private scope?: string;
  private rights?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  allow(rights: string): void {
    this.rights = rights;
  }

  async onText(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-precedence
      await auth(this.provider, { serverUrl: this.url, scope: join(this.rights, this.scope) });
    }
  }
}
