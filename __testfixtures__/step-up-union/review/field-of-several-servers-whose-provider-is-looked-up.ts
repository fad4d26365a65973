import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** One scope for all servers: a union would ask each for the scopes of the others. */
export class Connections {
  private scope?: string;

  constructor(private readonly providers: Map<string, OAuthClientProvider>) {}

  async onRefused(server: string, response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown)
    const provider = this.providers.get(server);
    if (provider) await auth(provider, { serverUrl: server, scope: this.scope });
  }
}
