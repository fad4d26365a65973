import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Connections {
  private readonly scopes: Record<string, string | undefined> = {};

  constructor(private readonly providers: Map<string, OAuthClientProvider>) {}

  async onRefused(server: string, response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scopes[server] = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.providers.get(server)!, { serverUrl: server, scope: this.scopes[server] });
  }
}
