import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async branches(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const previous = this.scope;
    if (error === "insufficient_scope") {
      if (previous === undefined) this.scope = scope;
      else this.scope = `${previous} ${scope}`; // expect: already-union union-kept (advice refresh-cannot-widen)
      await this.authorize();
    }
  }

  async chooses(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const previous = this.scope;
    if (error === "insufficient_scope") {
      this.scope = previous == null ? scope : `${previous} ${scope}`; // expect: already-union union-kept (advice refresh-cannot-widen)
      await this.authorize();
    }
  }
}
