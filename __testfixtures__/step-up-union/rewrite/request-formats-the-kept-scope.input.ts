import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const format = (text: string | undefined, separator: string | undefined) => text?.split(" ").join(separator ?? " ");

export class Formats {
  private scope?: string;
  private separator?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  reset(): void {
    this.separator = " ";
  }

  async onText(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: format(this.scope, this.separator) });
    }
  }
}
