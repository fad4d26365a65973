import { auth, type OAuthClientProvider, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

interface Config {
  scopes: string[];
}

/** Each step-up asks for what is configured and for its own challenge: what the one before was granted is lost. */
export class Client {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly config: Config,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const all = [...this.config.scopes, ...scope.split(" ")].join(" ");
    await auth(this.provider, { serverUrl: this.serverUrl, scope: all }); // expect: review unfit-sink (advice refresh-cannot-widen)
  }
}
