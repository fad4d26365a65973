import { auth, type OAuthClientProvider, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

interface Config {
  scopes: string[];
}

/** What is configured grows by what is challenged, or is joined with what was granted. */
export class Client {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly config: Config,
  ) {}

  async grows(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.config.scopes = [...new Set([...this.config.scopes, ...scope.split(" ")])]; // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.config.scopes.join(" ") });
  }

  async joins(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await this.provider.tokens();
    const all = [...this.config.scopes, ...(tokens?.scope ?? "").split(" "), ...scope.split(" ")].join(" ");
    await auth(this.provider, { serverUrl: this.serverUrl, scope: all }); // expect: already-union union-kept (advice refresh-cannot-widen)
  }
}
